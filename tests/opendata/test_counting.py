"""What is published of a month: counts of the ledger, each under the street or town that answers for the matter."""

from datetime import date

import pytest

from linli.opendata.counting import counted
from linli.opendata.printed import OTHERS
from linli.tally.asking import catch_up
from tests.pebble import commands
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, unit

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)


def test_a_month_counts_what_was_opened_and_closed_in_it_by_kind_and_street(town: Town) -> None:
    matters = [pebble(town, at=day) for day in (MONDAY, TUESDAY, TUESDAY)]
    carried = said(commands.carry, matters[0], by=town.wang, at=WEDNESDAY)
    said(commands.bring_home, carried, by=town.wang, at=FRIDAY)
    assert catch_up()
    tables, places = counted(MARCH)
    assert {measure: table.values["3601", "pebble"] for measure, table in tables.items()} == {"opened": 3, "closed": 1}
    assert tables["opened"].values["36", ""] == 3
    assert (places["36"].name, places[OTHERS].name) == ("云棠县", "")
    assert counted(date(2026, 2, 1))[0]["opened"].values["36", ""] == 0


def test_a_street_that_was_closed_before_and_answers_for_nothing_stands_in_no_table(town: Town) -> None:
    lotus = unit("3602", "映荷街道", kind="street", under=town.county)
    assert "3602" in counted(MARCH)[1]
    lotus.closed_on = date(2026, 2, 28)
    lotus.save()
    assert "3602" not in counted(MARCH)[1]
