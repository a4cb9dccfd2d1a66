"""Up to the mediation table: registering, parties, the danger check, taking on, consent, and who is in charge."""

from datetime import timedelta

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD, UNIT
from tests.kinds.dispute import pure
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, accepted, checked, mediating
from tests.kinds.dispute.told import CALM, DANGER, say

TODAY = day_of(MONDAY)


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


def test_an_agent_acts_for_somebody_who_is_there() -> None:
    told = checked()
    agent = {"side": "a", "party_role": "agent", "name": "李律师", "powers": "special"}
    with pytest.raises(Refused):
        told.say(say.add_party, at=MONDAY, **agent, acts_for=9)
    told.say(say.add_party, at=MONDAY, **agent, acts_for=1)
    assert told.state.data["parties"][-1] | {"seqs": []} == {
        "number": 3,
        "seqs": [],
        "side": "a",
        "sort": "person",
        "role": "agent",
        "acts_for": 1,
        "powers": "special",
        "gone": False,
    }


def test_a_correction_names_a_party_and_changes_something() -> None:
    told = checked()
    for wrong in ({"number": 9, "name": "周桂花"}, {"number": 1}):
        with pytest.raises(Refused):
            told.say(say.correct_party, at=MONDAY, **wrong)
    told.say(say.correct_party, at=MONDAY, number=1, name="周桂花")
    assert len(told.state.data["parties"][0]["seqs"]) == 2


def test_once_taken_on_a_dispute_keeps_two_sides() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.remove_party, at=MONDAY, number=2, why="登记有误")
    told.say(say.add_party, at=MONDAY, side="b", name="孙小勇")
    told.say(say.remove_party, at=MONDAY, number=2, why="登记有误")
    with pytest.raises(Refused):
        told.say(say.remove_party, at=MONDAY, number=2, why="再来一次")
    assert [row["number"] for row in told.state.data["parties"] if not row["gone"]] == [1, 3]


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


def test_the_danger_check_comes_before_the_question_of_consent() -> None:
    told, yes = Told(MONDAY), {"side": "a", "agreed": True, "rights_told": True}
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, **yes)
    told.say(say.assess, at=MONDAY, **CALM).say(say.consent, at=MONDAY, **yes)
    assert told.state.data["consents"]["a"]["agreed"]


def test_consent_is_asked_of_a_side_that_is_there_and_was_told_its_rights() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, side="c", agreed=True, rights_told=True)
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=False)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    assert told.state.data["consents"]["a"]["agreed"]


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
        told.say(say.hand_to, at=MONDAY, to_unit=pure.UNIT, why="属地")
    told.say(say.hand_to, at=MONDAY + timedelta(hours=1), to_unit=pure.OTHER_UNIT, why="属地")
    unit = told.state.holder(UNIT)
    assert unit is not None
    assert (unit.unit, told.state.holder(HOLDER), told.state.stage) == (pure.OTHER_UNIT, None, "accepted")
