"""The colour table of a request: what the clock and the flags of routing and handling make of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.kinds.request.pure import DAY, HE, MONDAY, Told, accepted, dispatched, in_hand, replied, taken_in
from tests.kinds.request.told import say

BUILT = {
    "handed_in": (taken_in, "Handed in; to be accepted"),
    "accepted": (accepted, "Accepted; to be dispatched"),
    "dispatched": (dispatched, "Dispatched; to be signed for"),
    "in_progress": (in_hand, "In hand, in time"),
}


@pytest.mark.parametrize("stage", BUILT)
def test_what_is_in_time_is_yellow_and_says_where_it_stands(stage: str) -> None:
    build, because = BUILT[stage]
    assert (build().state.stage, build().light) == (stage, ("yellow", because))
    assert build(urgency="life").light == ("red", "Danger to life or property")


@pytest.mark.parametrize(
    ("build", "mark", "because"),
    [
        (taken_in, "accept", "Not accepted or answered in time"),
        (accepted, "dispatch", "Not dispatched in time"),
        (dispatched, "sign", "Not signed for in time"),
        (in_hand, "contact", "The resident was not contacted in time"),
    ],
)
def test_what_nobody_does_in_time_is_orange(build: Callable[[], Told], mark: str, because: str) -> None:
    told = build()
    assert told.wait(told.due(mark) - timedelta(seconds=1)).light[0] == "yellow"
    assert told.wait(told.due(mark)).light == ("orange", because)


def test_one_working_day_before_the_limit_it_is_orange_and_past_it_red() -> None:
    told = in_hand().say(say.contact, at=MONDAY, by=HE, contact_way="phone")
    friday = MONDAY + 4 * DAY
    assert told.due("reply").date() == (MONDAY + 7 * DAY).date()
    assert told.due("soon").date() == friday.date()
    assert told.wait(told.due("soon") - timedelta(seconds=1)).light == ("yellow", "In hand, in time")
    assert told.wait(told.due("soon")).light == ("orange", "Due within one working day")
    assert told.wait(told.due("reply")).light == ("red", "Overdue")
    assert replied(told, at=told.due("reply")).light[0] == "yellow"


def test_overdue_outweighs_that_nobody_signed() -> None:
    told = dispatched()
    assert told.wait(told.due("sign")).light[0] == "orange"
    assert told.wait(told.due("reply")).light == ("red", "Overdue")
    assert told.say(say.sign, at=told.due("reply"), by=HE).light == ("red", "Overdue")
