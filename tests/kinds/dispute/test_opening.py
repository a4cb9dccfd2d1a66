"""Registering a dispute, and putting its class and size right."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, checked
from tests.kinds.dispute.told import say


def test_an_opening_may_carry_the_first_danger_check_or_leave_it_to_later() -> None:
    assert Told(MONDAY).state.data["checks"] == []
    assert checked().light == ("yellow", "Ordinary, in hand")
    seen = Told(MONDAY, dangers=["weapon_at_hand"])
    assert (seen.light, seen.state.flags) == (("red", "Someone may get hurt"), ["danger"])


def test_nothing_happens_tomorrow() -> None:
    assert Told(MONDAY, happened_on=TODAY).state.data["happened_on"] == "2026-03-02"
    with pytest.raises(Refused, match=r"not come yet|尚未到来"):
        Told(MONDAY, happened_on=TODAY + DAY)


def test_a_court_says_which_commission_it_gives() -> None:
    with pytest.raises(Refused):
        Told(MONDAY, origin="court", channel="court")
    told = Told(MONDAY, origin="court", channel="court", court_stage="before_filing")
    assert told.state.data["received_on"] == "2026-03-02"


def test_ten_households_make_it_orange_and_fewer_do_not() -> None:
    assert checked(households=9).light[0] == "yellow"
    told = checked(households=10)
    assert told.light == ("orange", "Many households affected")
    assert told.say(say.count_households, at=MONDAY, households=3).light[0] == "yellow"


def test_class_and_type_can_be_put_right() -> None:
    told = checked().say(say.classify, at=MONDAY, dispute_class="police_led", category="MF")
    assert (told.state.data["dispute_class"], told.state.category) == ("police_led", "MF")
