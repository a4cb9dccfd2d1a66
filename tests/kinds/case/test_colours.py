"""The colour table of a case, row by row."""

from datetime import timedelta

import pytest

from tests.kinds.case.pure import CHEN, DAY, MONDAY, administrative, assessed, closed, criminal, filed, reported
from tests.kinds.case.told import assessing, say

ASSESSED = {
    "solvable": ("red", "Can be solved now: act"),
    "not_yet": ("orange", "Cannot be solved yet: look for a series"),
    "first_results": ("yellow", "First results: dig on"),
}


@pytest.mark.parametrize("assessment", ASSESSED)
def test_an_assessment_gives_the_colour_and_the_newest_one_holds(assessment: str) -> None:
    for before in ("", *ASSESSED):
        told = assessed(criminal(), before) if before else criminal()
        told = assessed(told, assessment)
        assert (told.light, told.state.flags) == (ASSESSED[assessment], [assessment])
        assert filed(told).light == ASSESSED[assessment]


def test_what_nobody_assessed_turns_red_after_a_working_day() -> None:
    told = criminal().wait(MONDAY + DAY)
    assert told.light == ("yellow", "Accepted; to be assessed")
    told.wait(MONDAY + 2 * DAY)
    assert told.light == ("red", "Not assessed in time: look at it now")
    assert told.say(say.assess, at=MONDAY + 2 * DAY, **assessing("not_yet")).light == ASSESSED["not_yet"]


def test_a_red_docket_without_progress_for_three_working_days_says_so() -> None:
    told = assessed(criminal())
    friday = MONDAY + 4 * DAY
    assert told.wait(MONDAY + 3 * DAY).light == ASSESSED["solvable"]
    assert told.wait(friday).light == ("red", "Can be solved now, and no progress was recorded in time")
    told.say(say.progress, at=friday, text="走访三户")
    assert told.light == ASSESSED["solvable"]
    assert told.wait(friday + 3 * DAY).light == ASSESSED["solvable"]
    assert told.wait(friday + 6 * DAY).light[1] == "Can be solved now, and no progress was recorded in time"


def test_progress_may_be_the_first_results() -> None:
    told = criminal().say(say.progress, at=MONDAY, text="找到电动车", first_results=True)
    assert told.light == ASSESSED["first_results"]
    assert told.wait(MONDAY + 30 * DAY).light == ASSESSED["first_results"]


def test_past_the_lawful_limit_it_is_red_whatever_was_found() -> None:
    told = assessed(filed(administrative()), "first_results")
    assert told.wait(MONDAY + 29 * DAY).light == ASSESSED["first_results"]
    assert told.wait(MONDAY + 31 * DAY).light == ("red", "Past its lawful limit")
    told.say(say.report_result, at=MONDAY + 31 * DAY, result="handled", report="已作出处罚决定")
    assert told.light == ("red", "Past its lawful limit")
    assert told.say(say.approve_result, at=MONDAY + 31 * DAY, by=CHEN).light == ("green", "Fully closed")


def test_a_result_that_nobody_decides_turns_orange_after_three_working_days() -> None:
    late = ("orange", "Result reported; nobody decided in time")
    told = reported(assessed(criminal())).wait(MONDAY + 3 * DAY)
    assert told.light == ("yellow", "Result reported; to be approved")
    assert told.wait(MONDAY + 4 * DAY).light == late
    told.say(say.send_back, at=MONDAY + 4 * DAY, by=CHEN, why="补充证据")
    assert (told.light, "decision" in told.state.marks) == (ASSESSED["solvable"], False)


def test_more_time_that_nobody_decides_on_turns_orange_after_three_working_days() -> None:
    late = ("orange", "More time was asked for; nobody decided in time")
    told = assessed(filed(administrative()), "first_results").say(say.ask_extension, at=MONDAY, why="案情复杂")
    assert told.wait(MONDAY + 3 * DAY).light == ASSESSED["first_results"]
    assert told.wait(MONDAY + 4 * DAY).light == late
    told.say(say.refuse_extension, at=MONDAY + 4 * DAY, by=CHEN, why="理由不足")
    assert (told.light, "decision" in told.state.marks) == (ASSESSED["first_results"], False)


def test_a_criminal_case_has_no_such_limit() -> None:
    assert assessed(criminal(), "not_yet").wait(MONDAY + timedelta(days=400)).light == ASSESSED["not_yet"]


def test_what_waits_or_is_over_has_its_own_reason() -> None:
    assert reported(criminal()).light == ("yellow", "Result reported; to be approved")
    assert closed(criminal()).light == ("green", "Fully closed")
    assert closed(criminal(), "suspended").light == ("orange", "Suspended; the clock stands still")
    told = criminal().say(say.decline_filing, at=MONDAY, by=CHEN, decline_reason="civil", told="已当面告知")
    assert told.light == ("green", "Not filed; the reason was told")
