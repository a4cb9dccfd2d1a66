"""Sessions: when they may be held, and what they record."""

from datetime import timedelta
from typing import Any

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.pure import GU, WANG
from tests.kinds.dispute.stages import MONDAY, mediating
from tests.kinds.dispute.told import say, session


def test_without_a_mediator_no_session_is_held() -> None:
    told = mediating().say(say.recuse, at=MONDAY, user=WANG, why="近亲属")
    with pytest.raises(Refused):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    told.say(say.name_mediator, at=MONDAY, mediator=GU)
    assert told.say(say.hold_session, at=MONDAY, **session(MONDAY)).facts[-1] == "SessionHeld"


def test_no_session_is_held_while_a_side_refuses() -> None:
    told = mediating().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    with pytest.raises(Refused, match=r"One side refuses|一方明确拒绝"):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    told.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True)
    assert told.say(say.hold_session, at=MONDAY, **session(MONDAY)).state.data["sessions"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_at": MONDAY + timedelta(minutes=1)},
        {"ends_at": MONDAY - timedelta(minutes=1)},
        {"ends_at": MONDAY + timedelta(minutes=1)},
        {"next_at": MONDAY},
        {"parties": [1]},
    ],
)
def test_a_session_that_cannot_have_been_so_is_refused(wrong: dict[str, Any]) -> None:
    told = mediating()
    with pytest.raises(Refused):
        told.say(say.hold_session, at=MONDAY, **{**session(MONDAY), **wrong})
    told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert told.state.data["sessions"][0]["parties"] == [1, 2]


def test_one_side_alone_may_be_heard_when_nothing_is_agreed() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY, "continued", parties=[1]))
    assert told.state.data["sessions"][0]["parties"] == [1]
