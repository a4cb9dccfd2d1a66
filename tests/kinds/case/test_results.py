"""What came of a case: reported, approved, sent back, suspended, opened again."""

from datetime import timedelta

import pytest

from linli.kinds.case.choices import RESULTS
from linli.kinds.case.facts import FACTS
from linli.matters.command import Refused
from tests.kinds.case.pure import (
    CHEN,
    DAY,
    HE,
    MONDAY,
    TODAY,
    administrative,
    assessed,
    closed,
    criminal,
    filed,
    reported,
)
from tests.kinds.case.told import filing, say, solved


@pytest.mark.parametrize("result", [result for result in RESULTS if result != "suspended"])
def test_every_other_result_than_a_suspension_closes_the_case_when_it_is_approved(result: str) -> None:
    told = reported(assessed(administrative()), result, to_whom="云棠县市场监督管理局")
    assert (told.state.stage, told.state.marks["awaiting"].at) == ("reported", MONDAY)
    told.say(say.approve_result, at=MONDAY + DAY, by=CHEN)
    assert (told.state.stage, told.state.outcome) == ("closed", result)
    assert (told.state.marks, told.state.flags) == ({}, [])


def test_what_is_solved_says_on_which_day_and_what_is_transferred_says_to_whom() -> None:
    told = filed(criminal())
    for answer in (solved(None), solved(TODAY + DAY), {**solved(None), "result": "transferred"}):
        with pytest.raises(Refused):
            told.say(say.report_result, at=MONDAY, **answer)
    told.say(say.report_result, at=MONDAY, **solved(TODAY))
    told.say(say.approve_result, at=MONDAY + DAY, by=CHEN)
    assert told.timeline.entries[-2].fact.payload()["solved_on"] == "2026-03-02"


def test_a_result_needs_a_filed_case_and_an_officer() -> None:
    with pytest.raises(Refused):
        criminal().say(say.report_result, at=MONDAY, **solved(TODAY))
    told = criminal().say(say.file, at=MONDAY, **filing(TODAY))
    with pytest.raises(Refused, match=r"officer|民警"):
        told.say(say.report_result, at=MONDAY, **solved(TODAY))
    told.say(say.assign, at=MONDAY, officer=HE).say(say.report_result, at=MONDAY, **solved(TODAY))
    assert told.state.stage == "reported"


def test_who_reported_does_not_approve() -> None:
    told = reported(criminal())
    with pytest.raises(Refused, match=r"yourself|本人"):
        told.say(say.approve_result, at=MONDAY, by=HE)
    assert told.say(say.approve_result, at=MONDAY, by=CHEN).state.stage == "closed"
    with pytest.raises(Refused):
        told.say(say.approve_result, at=MONDAY, by=CHEN)


def test_sent_back_it_is_worked_on_again_with_its_assessment() -> None:
    told = reported(assessed(criminal()))
    told.say(say.send_back, at=MONDAY + DAY, by=CHEN, why="补充证据")
    assert (told.state.stage, told.light) == ("filed", ("red", "Can be solved now: act"))
    assert "awaiting" not in told.state.marks
    assert [row["state"] for row in told.state.data["earlier"]] == ["sent_back"]
    assert {fact.__name__ for fact in FACTS if fact.returns} == {"SentBack"}
    with pytest.raises(Refused):
        told.say(say.send_back, at=MONDAY + DAY, by=CHEN, why="补充证据")


def test_a_suspension_stops_the_clock_until_work_goes_on() -> None:
    told = filed(administrative())
    before = told.limit_at
    told.say(say.report_result, at=MONDAY + DAY, result="suspended", report="等待鉴定")
    told.say(say.approve_result, at=MONDAY + DAY, by=CHEN)
    assert (told.state.stage, told.state.outcome, told.timeline.row()["clock"]) == ("suspended", "", "paused")
    assert told.wait(MONDAY + 50 * DAY).light[0] == "orange"
    told.say(say.resume, at=MONDAY + 51 * DAY, why="鉴定意见已出")
    assert before is not None
    assert told.limit_at is not None
    assert timedelta(days=49) <= told.limit_at - before <= timedelta(days=51)
    assert [row["result"] for row in told.state.data["earlier"]] == ["suspended"]
    with pytest.raises(Refused):
        told.say(say.resume, at=MONDAY + 51 * DAY, why="鉴定意见已出")


def test_what_was_suspended_without_an_assessment_is_to_be_assessed_when_work_goes_on() -> None:
    told = closed(criminal(), "suspended").say(say.resume, at=MONDAY + 7 * DAY, why="鉴定意见已出")
    assert told.light == ("yellow", "Accepted; to be assessed")
    assert told.wait(MONDAY + 9 * DAY).light == ("red", "Not assessed in time: look at it now")
    told = closed(assessed(criminal()), "suspended").say(say.resume, at=MONDAY + 7 * DAY, why="鉴定意见已出")
    assert "assess" not in told.state.marks
    assert told.wait(MONDAY + 9 * DAY).light == ("red", "Can be solved now: act")


def test_a_pause_and_more_time_add_up() -> None:
    told = filed(administrative())
    told.say(say.report_result, at=MONDAY, result="suspended", report="等待鉴定")
    told.say(say.approve_result, at=MONDAY, by=CHEN).say(say.resume, at=MONDAY + 10 * DAY, why="鉴定意见已出")
    before = told.limit_at
    told.say(say.ask_extension, at=MONDAY + 11 * DAY, why="案情复杂")
    told.say(say.approve_extension, at=MONDAY + 11 * DAY, by=CHEN)
    assert before is not None
    assert told.limit_at == before + timedelta(days=30)


def test_opened_again_it_is_assessed_anew_and_an_administrative_one_gets_a_new_limit() -> None:
    later = MONDAY + 90 * DAY
    told = closed(administrative(), "handled").say(say.reopen, at=later, why="发现新证据")
    assert (told.state.stage, told.state.outcome, told.light[1]) == ("filed", "", "Accepted; to be assessed")
    assert told.limit_at is not None
    assert told.limit_at.date() - later.date() == timedelta(days=30)
    told = closed(criminal()).say(say.reopen, at=later, why="发现新证据")
    assert (told.limit_at, told.wait(later + 3 * DAY).light[0]) == (None, "red")
    with pytest.raises(Refused):
        told.say(say.reopen, at=later, why="发现新证据")


def test_what_was_not_filed_comes_back_to_be_filed() -> None:
    told = criminal().say(say.decline_filing, at=MONDAY, decline_reason="no_offence", told="已书面告知")
    assert told.say(say.reopen, at=MONDAY + DAY, why="复议改变").state.stage == "accepted"
