"""More time that adds to the limit, and a clock that stands still."""

from datetime import datetime

import pytest

from linli.matters.command import Refused
from tests.kinds.request.pure import CHEN, DAY, HE, MONDAY, QIN, Told, dispatched, in_hand, replied
from tests.kinds.request.told import lamp, say

ASKED = {"days": 5, "why": "需要采购灯具", "legal_basis": "《政府采购法》"}


def asked(told: Told, *, by: int = HE, at: datetime = MONDAY + DAY) -> Told:
    return told.say(say.ask_extension, at=at, by=by, **ASKED)


def test_more_time_is_asked_for_before_the_limit_runs_out_and_adds_to_it() -> None:
    told = asked(in_hand())
    before = told.due("reply")
    assert told.state.flags == ["extension_asked"]
    told.say(say.grant_extension, at=MONDAY + 2 * DAY, by=CHEN)
    assert (told.due("reply") - before, told.state.flags) == (7 * DAY, [])
    assert told.state.marks["reply"].basis["start_at"] == in_hand().state.marks["reply"].basis["start_at"]
    late = in_hand()
    with pytest.raises(Refused, match=r"run out|已过"):
        late.say(say.ask_extension, at=late.due("reply") + DAY, by=HE, **ASKED)


def test_the_desk_may_give_fewer_days_than_were_asked_for_or_none() -> None:
    told = asked(in_hand())
    before = told.due("reply")
    told.say(say.grant_extension, at=MONDAY + 2 * DAY, by=CHEN, days=1)
    assert told.due("reply") - before == DAY
    refused = asked(in_hand()).say(say.refuse_extension, at=MONDAY + 2 * DAY, by=CHEN, why="可以按期办结")
    assert (refused.due("reply"), refused.state.data["extension"]["state"]) == (before, "refused")
    assert asked(refused).state.data["extension"]["state"] == "asked"


def test_what_nobody_decides_in_time_turns_orange_and_who_asked_does_not_decide() -> None:
    told = asked(in_hand(), by=CHEN).say(say.contact, at=MONDAY + DAY, by=HE, contact_way="phone")
    for verb in (say.grant_extension, say.refuse_extension):
        with pytest.raises(Refused, match=r"yourself|自己"):
            told.say(verb, at=MONDAY + DAY, by=CHEN, why="可以按期办结")
    assert told.wait(MONDAY + 3 * DAY).light == ("orange", "More time was asked for; nobody decided in time")
    assert told.say(say.grant_extension, at=MONDAY + 3 * DAY, by=QIN).light[0] == "yellow"


def test_more_time_is_given_once_and_one_asking_is_decided_before_the_next() -> None:
    told = asked(in_hand())
    with pytest.raises(Refused, match=r"decide on that first|等受理单位审批"):
        asked(told)
    told.say(say.grant_extension, at=MONDAY + DAY, by=CHEN)
    with pytest.raises(Refused, match=r"only once|不能再延"):
        asked(told)
    with pytest.raises(Refused, match=r"Nobody asked|尚无"):
        told.say(say.grant_extension, at=MONDAY + DAY, by=CHEN)


def test_an_answer_lets_the_asking_lapse() -> None:
    told = replied(asked(in_hand()), at=MONDAY + DAY)
    assert (told.state.data["extension"]["state"], told.state.flags) == ("lapsed", [])
    assert not {"awaiting", "decision"} & set(told.state.marks)


def test_while_it_is_suspended_the_clock_stands_still() -> None:
    told = in_hand()
    before = told.due("reply")
    told.say(say.suspend, at=MONDAY + DAY, by=CHEN, why="等待鉴定结论")
    assert told.wait(MONDAY + 30 * DAY).light == ("yellow", "Suspended; the clock stands still")
    told.say(say.resume, at=MONDAY + 15 * DAY, by=CHEN, why="结论已出")
    assert (told.state.stage, told.due("reply") - before) == ("in_progress", 14 * DAY)
    with pytest.raises(Refused):
        dispatched().say(say.suspend, at=MONDAY, by=CHEN, why="等待鉴定结论")


def test_an_extension_after_a_pause_keeps_the_pause() -> None:
    told = in_hand().say(say.suspend, at=MONDAY + DAY, by=CHEN, why="等待鉴定结论")
    told.say(say.resume, at=MONDAY + 8 * DAY, by=CHEN, why="结论已出")
    before = told.due("reply")
    told.say(say.ask_extension, at=MONDAY + 8 * DAY, by=HE, **ASKED)
    told.say(say.grant_extension, at=MONDAY + 8 * DAY, by=CHEN)
    assert told.due("reply") - before == 7 * DAY


def test_a_limit_in_hours_gets_working_days_on_top() -> None:
    told = in_hand(urgency="utilities")
    assert told.due("reply") - MONDAY == DAY
    asked(told.say(say.contact, at=MONDAY, by=HE, contact_way="phone"), at=MONDAY)
    told.say(say.grant_extension, at=MONDAY, by=CHEN, days=2)
    assert told.due("reply").date() == (MONDAY + 3 * DAY).date()


@pytest.mark.parametrize(("days", "soon"), [(1, 7), (2, 8), (5, 11)])
def test_one_working_day_before_moves_along_with_the_limit(days: int, soon: int) -> None:
    told = asked(in_hand()).say(say.grant_extension, at=MONDAY + DAY, by=CHEN, days=days)
    assert told.due("soon").date() == (MONDAY + soon * DAY).date()


def test_of_a_year_whose_holidays_are_unknown_both_are_provisional() -> None:
    for year, provisional in ((0, False), (1, True)):
        december = MONDAY.replace(year=2026 + year, month=12, day=21)
        marks = Told(lamp(sort="complaint"), at=december).say(say.accept, at=december).state.marks
        assert (marks["reply"].provisional, marks["soon"].provisional) == (provisional, provisional)


def test_the_first_contact_is_not_owed_while_the_clock_stands_still() -> None:
    still, running = in_hand(), in_hand()
    due = running.due("contact")
    still.say(say.suspend, at=MONDAY, by=CHEN, why="等待鉴定")
    still.say(say.resume, at=MONDAY + 7 * DAY, by=CHEN, why="结论已出")
    assert (still.due("contact") > MONDAY + 7 * DAY, still.light[0]) == (True, "yellow")
    assert running.wait(due).light == ("orange", "The resident was not contacted in time")
    met = in_hand().say(say.contact, at=MONDAY, by=HE, contact_way="phone")
    met.say(say.suspend, at=MONDAY, by=CHEN, why="等待鉴定")
    assert "contact" not in met.say(say.resume, at=MONDAY + DAY, by=CHEN, why="结论已出").state.marks
