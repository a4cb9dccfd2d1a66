"""What a request is and where is put right; its limit is counted anew from when it began."""

import pytest

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from tests.kinds.request import in_town
from tests.kinds.request.pure import CHEN, DAY, HE, MONDAY, accepted, in_hand, replied, taken_in
from tests.kinds.request.told import say
from tests.town import TUESDAY, Town, said, state_of


def test_what_it_is_gives_another_limit_from_the_same_beginning() -> None:
    told = accepted()
    with pytest.raises(Refused, match=r"already|没有变化"):
        told.say(say.reclassify, at=MONDAY + DAY, category="street-light", sort="help", urgency="ordinary")
    told.say(say.reclassify, at=MONDAY + DAY, sort="complaint")
    assert told.due("reply").date() == (MONDAY + 21 * DAY).date()
    assert told.due("soon") < told.due("reply")
    told.say(say.reclassify, at=MONDAY + DAY, urgency="life")
    assert (told.light[0], told.due("reply") - MONDAY) == ("red", 2 * DAY / 24)
    told.say(say.reclassify, at=MONDAY + DAY, urgency="ordinary", category="road-damage")
    assert (told.state.category, "danger" in told.state.flags) == ("road-damage", False)


@pytest.mark.django_db
def test_a_unit_gives_itself_no_longer_limit_by_saying_what_it_is(town: Town) -> None:
    matter = in_town.in_hand(town)
    for nobody in (town.he, town.mei, town.gu):
        with pytest.raises(NotAllowed):
            said(say.reclassify, matter, by=nobody, at=TUESDAY, sort="complaint")
    before = state_of(matter).marks["reply"].at
    matter = said(say.reclassify, matter, by=in_town.clerk(town), at=TUESDAY, sort="complaint")
    assert state_of(matter).marks["reply"].at > before


def test_the_pause_and_the_added_days_stay_when_what_it_is_changes() -> None:
    told = in_hand().say(say.suspend, at=MONDAY + DAY, by=CHEN, why="等待鉴定")
    told.say(say.resume, at=MONDAY + 8 * DAY, by=CHEN, why="结论已出")
    words = {"days": 5, "why": "采购", "legal_basis": "《政府采购法》"}
    told.say(say.ask_extension, at=MONDAY + 8 * DAY, by=HE, **words)
    told.say(say.grant_extension, at=MONDAY + 8 * DAY, by=CHEN)
    before = told.due("reply")
    told.say(say.reclassify, at=MONDAY + 9 * DAY, sort="suggestion")
    assert told.due("reply") - before == 2 * DAY


def test_before_it_is_accepted_no_limit_runs_and_after_the_answer_nothing_is_put_right() -> None:
    assert "reply" not in taken_in().say(say.reclassify, at=MONDAY, sort="complaint").state.marks
    with pytest.raises(Refused):
        replied(in_hand()).say(say.reclassify, at=MONDAY, sort="complaint")


def test_the_place_is_put_right_and_what_is_left_blank_stays() -> None:
    told = accepted().say(say.correct_place, at=MONDAY, cell=5, place="柳树街5号楼")
    assert (told.state.cell, told.state.data["place_seqs"][0]) == (5, 1)
    told.say(say.correct_place, at=MONDAY, point=(115.001, 28.002))
    assert (told.state.cell, told.state.data["point"], len(told.state.data["place_seqs"])) == (
        5,
        ["115.001000", "28.002000"],
        3,
    )
    with pytest.raises(Refused, match=r"filled in|没有填写"):
        told.say(say.correct_place, at=MONDAY)
