"""Filing a case, or not, and naming who works on it."""

from datetime import date

import pytest

from linli.matters.command import Refused
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD
from tests.kinds.case.pure import CHEN, DAY, GU, HE, MONDAY, TODAY, assessed, closed, criminal, filed
from tests.kinds.case.told import filing, say
from tests.kinds.in_hand import OTHER_UNIT, UNIT


def test_a_case_is_filed_once_with_its_number_and_not_tomorrow() -> None:
    told = criminal()
    with pytest.raises(Refused):
        told.say(say.file, at=MONDAY, **filing(TODAY + DAY))
    told.say(say.file, at=MONDAY, **filing(TODAY))
    assert (told.state.stage, told.state.data["filing"]["filed_on"]) == ("filed", "2026-03-02")
    with pytest.raises(Refused):
        told.say(say.file, at=MONDAY, **filing(TODAY))


@pytest.mark.parametrize("early", [TODAY - DAY, TODAY - 40 * DAY])
def test_a_case_is_not_filed_before_it_was_accepted(early: date) -> None:
    told = criminal()
    with pytest.raises(Refused, match=r"accepted only on 2026-03-02|受理日期为 2026-03-02"):
        told.say(say.file, at=MONDAY + DAY, **filing(early))
    told.say(say.file, at=MONDAY + DAY, **filing(TODAY))
    assert told.state.stage == "filed"


def test_an_officer_takes_a_case_on_once_and_the_head_names_another() -> None:
    told = criminal().say(say.take_on, at=MONDAY)
    taken = told.state.holder(HOLDER)
    assert taken is not None
    assert taken.user == HE
    with pytest.raises(Refused, match=r"named already|已有办案民警"):
        told.say(say.take_on, at=MONDAY)
    told.say(say.assign, at=MONDAY + DAY, officer=GU)
    assert [duty.user for duty in told.state.holders(HOLDER)] == [GU]


def test_what_is_not_filed_is_closed_with_its_reason() -> None:
    told = assessed(criminal())
    with pytest.raises(Refused):
        told.say(say.decline_filing, at=MONDAY, decline_reason="no_offence", told=" ")
    told.say(say.decline_filing, at=MONDAY, decline_reason="no_offence", told="已书面告知")
    assert (told.state.stage, told.state.outcome) == ("not_filed", "not_filed")
    assert (told.state.marks, told.state.flags) == ({}, [])
    with pytest.raises(Refused):
        filed(criminal()).say(say.decline_filing, at=MONDAY, decline_reason="no_offence", told="已书面告知")


def test_three_are_named_and_each_can_be_changed_alone() -> None:
    told = criminal()
    with pytest.raises(Refused):
        told.say(say.assign, at=MONDAY)
    told.say(say.assign, at=MONDAY, leader=CHEN, team_lead=GU, officer=HE)
    told.say(say.assign, at=MONDAY + DAY, officer=GU)
    held = [(duty.role, duty.user, duty.until_at) for duty in told.state.duties if duty.user]
    assert held == [
        (LEADER, CHEN, None),
        (TEAM_LEAD, GU, None),
        (HOLDER, HE, MONDAY + DAY),
        (HOLDER, GU, None),
    ]
    with pytest.raises(Refused):
        closed(criminal()).say(say.assign, at=MONDAY + DAY, officer=GU)


def test_handed_to_another_unit_those_in_charge_are_free_of_it() -> None:
    told = filed(criminal())
    with pytest.raises(Refused):
        told.say(say.hand_to, at=MONDAY, to_unit=UNIT, why="属地")
    told.say(say.hand_to, at=MONDAY, to_unit=OTHER_UNIT, why="属地")
    assert told.state.holder(HOLDER) is None
    assert told.timeline.row()["unit_id"] == OTHER_UNIT
