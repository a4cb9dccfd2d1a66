"""Who writes set after set lets others write in between: SQLite's lock goes to no queue."""

import json

import pytest
from django.db import connection

from tests.crash.test_killed import ran
from tests.crash.waiting import AT_ONCE, SETS, TIMES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="a server hands its locks on in turn"),
]


def test_whoever_wants_to_write_beside_a_list_that_is_taken_in_gets_the_lock(environment: dict[str, str]) -> None:
    told = json.loads(ran("waiting", environment))
    assert told == {"said": ["written"] * TIMES, "rows": SETS * AT_ONCE}
