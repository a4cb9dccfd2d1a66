"""The danger check, and when it is to be made again."""

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, checked
from tests.kinds.dispute.told import CALM, DANGER, say


def test_one_yes_turns_it_red_and_only_a_check_of_noes_turns_it_back() -> None:
    told = checked()
    with pytest.raises(Refused):
        told.say(say.assess, at=MONDAY, **{**DANGER, "steps": ""})
    assert told.say(say.assess, at=MONDAY, **DANGER).light[0] == "red"
    assert told.say(say.assess, at=MONDAY + DAY, **DANGER).light[0] == "red"
    assert told.say(say.assess, at=MONDAY + DAY, **CALM).light == ("yellow", "Ordinary, in hand")
    assert "look_again" not in told.state.marks


def test_danger_is_to_be_looked_at_again_after_three_days() -> None:
    told = checked().say(say.assess, at=MONDAY, **DANGER)
    again_at = told.state.marks["look_again"].at
    assert day_of(again_at) == TODAY + 3 * DAY
    assert told.wait(again_at).light == ("red", "Someone may get hurt, and the danger check is due again")
    assert told.say(say.assess, at=again_at, **DANGER).light == ("red", "Someone may get hurt")
