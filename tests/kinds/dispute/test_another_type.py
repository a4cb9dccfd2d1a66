"""A dispute whose type is put right keeps the limit of its true type."""

from datetime import timedelta

import pytest

from linli.ground.clock import day_of
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, mediating
from tests.kinds.dispute.told import say


def taken_on(at_first: str, **more: str) -> Told:
    """Opened on Monday, taken on on Wednesday."""
    return Told(MONDAY, dangers=[], category=at_first, **more).say(say.accept, at=MONDAY + 2 * DAY)


def put_right(told: Told, category: str, *, after: int = 3) -> Told:
    return told.say(say.classify, at=MONDAY + after * DAY, dispute_class="not_police_led", category=category)


def test_what_proves_to_be_a_labour_dispute_has_fifteen_days_from_the_application_and_back() -> None:
    told = taken_on("NB")
    assert put_right(told, "LB").due_at == taken_on("LB").due_at
    assert told.due_at != taken_on("NB").due_at
    again = put_right(told, "CT").due_at
    assert again == taken_on("CT").due_at
    assert again is not None
    assert day_of(again) > day_of(MONDAY) + 30 * DAY


def test_what_was_waited_for_and_agreed_is_kept() -> None:
    told = mediating(category="NB")
    told.say(say.pause, at=MONDAY + DAY, pause_reason="appraisal").say(say.resume, at=MONDAY + 6 * DAY)
    told.say(say.extend, at=MONDAY + 6 * DAY, days=10, sides=["a", "b"])
    plain = mediating(category="LB").due_at
    put_right(told, "LB", after=7)
    assert told.due_at is not None
    assert plain is not None
    assert told.due_at - plain >= timedelta(days=15)


@pytest.mark.parametrize("category", ["NB", "CT"])
def test_without_another_limit_nothing_moves(category: str) -> None:
    told = taken_on("NB")
    assert put_right(told, category).due_at == taken_on("NB").due_at
    assert put_right(Told(MONDAY), "LB").due_at == Told(MONDAY).due_at


def test_a_commission_of_the_court_and_a_return_count_from_where_they_did() -> None:
    court = {"origin": "court", "court_stage": "after_simplified"}
    assert put_right(taken_on("NB", **court), "LB").due_at == taken_on("NB", **court).due_at
    told = taken_on("NB").say(say.terminate, at=MONDAY + 3 * DAY, termination_reason="unreachable", ways=["court"])
    told.say(say.reopen, at=MONDAY + 9 * DAY, why="愿意再谈")
    assert put_right(told, "LB", after=10).due_at is not None
    assert day_of(told.state.marks["limit"].at) > day_of(MONDAY + 9 * DAY)
