"""Taking a dispute on, and the limit that begins with it."""

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, checked
from tests.kinds.dispute.told import CALM, say


def test_it_is_taken_on_with_two_sides_a_danger_check_and_nobody_refusing() -> None:
    one_side = Told(MONDAY, dangers=[], parties=({"side": "a", "name": "周桂兰"},))
    unchecked = Told(MONDAY)
    unwilling = checked().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    for told in (one_side, unchecked, unwilling):
        with pytest.raises(Refused):
            told.say(say.accept, at=MONDAY)
    one_side.say(say.add_party, at=MONDAY, side="b", name="孙大勇").say(say.accept, at=MONDAY)
    unchecked.say(say.assess, at=MONDAY, **CALM).say(say.accept, at=MONDAY)
    unwilling.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True).say(say.accept, at=MONDAY)
    assert {told.state.stage for told in (one_side, unchecked, unwilling)} == {"accepted"}


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({}, 31),
        ({"origin": "court", "court_stage": "before_filing"}, 30),
        ({"origin": "court", "court_stage": "after_ordinary"}, 14),
        ({"origin": "court", "court_stage": "after_simplified"}, 7),
        ({"category": "LB"}, 14),
    ],
)
def test_the_limit_counts_from_where_the_law_says(more: dict[str, str], days: int) -> None:
    """Opened on Monday, taken on on Tuesday: a court's commission and a labour dispute count from Monday.

    The ordinary thirty days end on 2 April, a Thursday; the fifteen on 17 March, a Tuesday.
    """
    told = Told(MONDAY, dangers=[], **more).say(say.accept, at=MONDAY + DAY)
    assert told.due_at is not None
    assert (day_of(told.due_at) - TODAY).days in (days, days + 1)
    start = told.state.data["limit"]["start_at"][:10]
    assert start == ("2026-03-03" if days == 31 else "2026-03-02")
