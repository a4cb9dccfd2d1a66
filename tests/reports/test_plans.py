"""The sections of a meeting seek in an index: none walks through all matters, events, marks or duties there are."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.policy.calendar import calendar
from linli.reports import happened, instructions, standing
from linli.reports.question import Question
from linli.reports.rows import Row
from linli.staff.models import User
from tests.pebble import commands
from tests.reports.sitting import AWAITED, told_to
from tests.town import FRIDAY, MONDAY, TUESDAY, Town, pebble, said, viewing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="PostgreSQL walks through what is small, whatever there is"
    ),
]
Ask = Callable[[Question], tuple[Row, ...]]
ASKED: dict[Ask, str] = {
    standing.new: "touched",
    standing.hot_places: "touched",
    standing.awaiting: "mark_sort",
    standing.called_up: "mark_sort",
    standing.long_held: "duty_open",
    instructions.open_ones: "mark_sort",
    instructions.fulfilled: "event_fact_at",
    happened.turned: "event_fact_at",
    happened.every_return: "",
}


def plans(ask: Ask, question: Question) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        ask(question)
    with connection.cursor() as cursor:
        found = []
        for query in asked.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            found += [row[3] for row in cursor.fetchall()]
    return found


@pytest.fixture
def questions(town: Town) -> list[Question]:
    """Of each level of the tree, by who stands there and by the leader of the county."""
    matter = said(AWAITED, pebble(town), by=town.wang, at=MONDAY)
    told_to(matter, town.wang, by=town.chen, at=TUESDAY)
    said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    asked: list[tuple[User, object]] = [(town.chen, town.street), (town.mei, town.north), (town.lei, town.cell.unit)]
    return [Question(viewing(user), unit, (), MONDAY, FRIDAY, calendar()) for user, unit in asked]  # type: ignore[arg-type]


@pytest.mark.parametrize("ask", ASKED, ids=lambda ask: ask.__name__)
def test_a_section_seeks_in_an_index(questions: list[Question], ask: Ask) -> None:
    for question in questions:
        told = plans(ask, question)
        assert [step for step in told if step.startswith("SCAN")] == [], told
        assert any(ASKED[ask] in step for step in told), told
