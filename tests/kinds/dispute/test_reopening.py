"""How a dispute comes back."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, checked, closed, mediating
from tests.kinds.dispute.told import CALM, agreement, say, session


def test_it_is_opened_again_with_a_new_limit_and_needs_a_new_session() -> None:
    told = closed()
    again = MONDAY + 60 * DAY
    told.say(say.reopen, at=again, why="又漏水了")
    assert (told.state.stage, told.state.outcome, told.state.closed_at) == ("mediating", "", None)
    assert told.due_at is not None
    assert told.due_at > again + 29 * DAY
    with pytest.raises(Refused):
        told.say(say.agree, at=again, **agreement(again, 10))
    told.say(say.hold_session, at=again, **session(again)).say(say.agree, at=again, **agreement(again, 10))
    assert len(told.state.data["earlier"]) == 1


def test_what_was_not_taken_on_comes_back_to_the_window() -> None:
    told = checked().say(say.decline, at=MONDAY, decline_reason="in_court", told="等待法院")
    assert told.say(say.reopen, at=MONDAY + DAY, why="已撤诉").state.stage == "registered"
    with pytest.raises(Refused):
        told.say(say.reopen, at=MONDAY + DAY, why="已撤诉")


def test_danger_that_was_never_cleared_is_to_be_looked_at_again() -> None:
    told = Told(MONDAY, dangers=["weapon_at_hand"], steps="已报警")
    told.say(say.decline, at=MONDAY, decline_reason="criminal", told="已移送派出所")
    told.say(say.reopen, at=MONDAY + 10 * DAY, why="派出所退回")
    assert told.light == ("red", "Someone may get hurt")
    assert told.wait(MONDAY + 14 * DAY).light == ("red", "Someone may get hurt, and the danger check is due again")
    told.say(say.assess, at=MONDAY + 14 * DAY, **CALM)
    told.say(say.decline, at=MONDAY + 14 * DAY, decline_reason="in_court", told="等待法院")
    told.say(say.reopen, at=MONDAY + 15 * DAY, why="已撤诉")
    assert "look_again" not in told.state.marks


def test_one_who_refused_is_asked_again_after_reopening() -> None:
    told = mediating().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    told.say(say.terminate, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert told.say(say.reopen, at=MONDAY + DAY, why="愿意再谈").state.stage == "accepted"
    assert told.say(say.consent, at=MONDAY + DAY, side="b", agreed=True, rights_told=True).state.stage == "mediating"
