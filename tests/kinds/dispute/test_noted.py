"""What a session leaves behind: undisputed facts, concessions, a way to the agreement."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import MONDAY, agreed, mediating
from tests.kinds.dispute.told import agreement, say, session


def test_undisputed_facts_and_concessions_are_facts_of_their_own() -> None:
    told = mediating().say(say.note_undisputed, at=MONDAY, undisputed="渗水属实。")
    told.say(say.note_concession, at=MONDAY, side="a", concession="可少赔。")
    assert (len(told.state.data["undisputed"]), told.state.data["concessions"][0]["side"]) == (1, "a")
    ended = told.say(say.terminate, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert ended.say(say.note_undisputed, at=MONDAY, undisputed="签字确认。").state.data["undisputed"][-1]
    with pytest.raises(Refused):
        ended.say(say.note_concession, at=MONDAY, side="a", concession="可少赔。")


def test_an_agreement_needs_a_session_that_reached_it() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY, "continued"))
    with pytest.raises(Refused):
        told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10))
    told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10)).state.stage == "agreed"
    assert agreed(10).state.stage == "agreed"
