"""What taking in histories asks of the ledger: no more for more of them, and nothing twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.matters.incoming import Row
from linli.matters.models import Matter, Standing
from tests.kinds.request.outside import mixed, row, taken
from tests.kinds.taking import counted
from tests.reads import reads
from tests.town import NEXT_MONDAY, Town

pytestmark = pytest.mark.django_db


def test_a_larger_chunk_asks_no_more(town: Town) -> None:
    def asked(rows: list[Row], digest: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            taken(town, rows, digest=digest)
        return len(queries)

    taken(town, mixed(6))
    assert asked(mixed(12)[6:], "b") == asked(mixed(60)[12:], "c")


def test_matters_that_a_later_list_adds_to_are_locked_and_read_once(town: Town) -> None:
    taken(town, [row(1, channel=""), row(2, channel="")])
    with reads() as read:
        last = taken(town, [row(1, channel="app"), row(2, channel="app")], digest="b", at=NEXT_MONDAY)[-1]
    assert counted(last.taking) == (2, 0, 0, 2, 0)
    assert read.of(Matter, Standing) == (1, 1)
