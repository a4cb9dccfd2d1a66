"""What the told county publishes of its best-known month adds up, and gives nothing away."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from linli.opendata.counting import counted
from linli.opendata.printed import Printed
from linli.opendata.publishing import publish
from linli.opendata.suppressing import Mark, marks
from linli.tally.asking import catch_up
from tests.demo.moments import AT
from tests.opendata.reader import printed, solved

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MAY = date(2026, 5, 1)


@pytest.fixture(scope="module", autouse=True)
def told_figures(anchors: Path, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        assert catch_up(most=1000)


def test_the_181_disputes_of_may_are_printed_and_no_small_number_of_a_town_follows_from_them() -> None:
    told = Printed.read(publish(MAY, at=AT).frozen)
    county = dict(zip(told.kinds, told.tables["opened"][0], strict=True))
    assert county["dispute"] == 181
    for measure, table in counted(MAY)[0].items():
        shown = printed(table, marks(table))
        assert not solved(table, shown)
        assert told.tables[measure][0] == tuple(shown[told.places[0].code, kind] for kind in told.kinds)
        assert Mark.SMALL in shown.values()
