"""The follow-up visit: when it is due, and what it finds."""

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, performed, visited
from tests.kinds.dispute.told import CALM, say, visiting


def test_nobody_is_visited_tomorrow() -> None:
    told = performed()
    with pytest.raises(Refused):
        told.say(say.visit, at=MONDAY + DAY, **visiting(TODAY + 2 * DAY))
    told.say(say.visit, at=MONDAY + DAY, **visiting(TODAY + DAY))
    assert told.state.data["visits"][0]["satisfaction"] == "satisfied"


def test_the_follow_up_visit_is_due_fifteen_working_days_after_performance() -> None:
    told = performed()
    assert told.due_at is not None
    assert day_of(told.due_at) == TODAY + 22 * DAY
    assert told.wait(told.due_at).light == ("yellow", "Performed; the follow-up visit is overdue")


def test_a_late_visit_takes_the_overdue_away() -> None:
    told = performed()
    late = told.state.marks["visit"].at + DAY
    assert told.wait(late).light[1] == "Performed; the follow-up visit is overdue"
    told.say(say.visit, at=late, **visiting(day_of(late)))
    assert told.light == ("yellow", "Performed and visited; the file is still to be closed")
    assert told.due_at is None


def test_a_visit_that_sees_it_flare_up_turns_it_red_and_keeps_it_open() -> None:
    told = visited(escalation=True)
    assert told.light == ("red", "Someone may get hurt")
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY + 10 * DAY)
    told.say(say.assess, at=MONDAY + 10 * DAY, **CALM).say(say.close, at=MONDAY + 10 * DAY)
    assert told.light[0] == "green"
