"""Who is in charge of a dispute, and which unit answers for it."""

from datetime import timedelta

import pytest

from linli.matters.command import Refused
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD, UNIT
from tests.kinds import in_hand
from tests.kinds.dispute.stages import MONDAY, checked, mediating
from tests.kinds.dispute.told import say


def test_a_leader_or_a_head_of_the_team_is_named() -> None:
    told = checked()
    with pytest.raises(Refused):
        told.say(say.assign, at=MONDAY)
    told.say(say.assign, at=MONDAY, leader=5, team_lead=6)
    holders = [told.state.holder(role) for role in (LEADER, TEAM_LEAD)]
    assert [holder.user for holder in holders if holder] == [5, 6]


def test_it_is_handed_to_another_unit_but_not_to_its_own() -> None:
    told = mediating()
    with pytest.raises(Refused):
        told.say(say.hand_to, at=MONDAY, to_unit=in_hand.UNIT, why="属地")
    told.say(say.hand_to, at=MONDAY + timedelta(hours=1), to_unit=in_hand.OTHER_UNIT, why="属地")
    unit = told.state.holder(UNIT)
    assert unit is not None
    assert (unit.unit, told.state.holder(HOLDER), told.state.stage) == (in_hand.OTHER_UNIT, None, "accepted")
