"""A unit is moved in the tree while matters come to it: whoever is second waits, and no matter keeps the old path."""

import pytest
from django.db import connection

from tests.crash.test_writers import outcome_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]


def test_a_matter_that_comes_to_a_unit_under_way_stands_where_the_unit_stands(environment: dict[str, str]) -> None:
    told = outcome_of("movers", environment, processes=8)["differences"]
    assert told == {
        "comes_new, moves": [],
        "moves, comes_new": [],
        "passed_on, moves": [],
        "moves, passed_on": [],
    }
