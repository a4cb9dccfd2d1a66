"""The bodies that mediate jointly."""

import pytest

from linli.matters.command import Refused
from linli.matters.state import ASSISTING
from tests.kinds.dispute.stages import MONDAY, mediating
from tests.kinds.dispute.told import say
from tests.kinds.in_hand import OTHER_UNIT, UNIT


def test_a_body_joins_once_gives_its_opinion_and_leaves() -> None:
    told = mediating()
    for command, more in ((say.opine, {"opinion": "支持"}), (say.leave_joint, {})):
        with pytest.raises(Refused):
            told.say(command, at=MONDAY, member=OTHER_UNIT, **more)
    with pytest.raises(Refused):
        told.say(say.join, at=MONDAY, member=UNIT, member_kind="police")
    told.say(say.join, at=MONDAY, member=OTHER_UNIT, member_kind="police")
    with pytest.raises(Refused):
        told.say(say.join, at=MONDAY, member=OTHER_UNIT, member_kind="police")
    told.say(say.opine, at=MONDAY, member=OTHER_UNIT, opinion="支持调解")
    assert [duty.unit for duty in told.state.holders(ASSISTING)] == [OTHER_UNIT]
    told.say(say.leave_joint, at=MONDAY, member=OTHER_UNIT)
    with pytest.raises(Refused):
        told.say(say.opine, at=MONDAY, member=OTHER_UNIT, opinion="再说")
    assert told.state.holders(ASSISTING) == []
