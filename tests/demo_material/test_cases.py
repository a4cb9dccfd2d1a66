"""The invented cases as planned: in order, within the figures, near each other where a series is planted."""

import re
from dataclasses import astuple
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

import chinese_calendar
import pytest

from linli.demo.cases.case import Case
from linli.demo.cases.figures import first_day, windows
from linli.demo.cases.handed import sequels
from linli.demo.cases.incident import incidents
from linli.demo.cases.neighbours import distance
from linli.demo.cases.paths import CLOSED, OPEN, SOLVED
from linli.demo.cases.planning import cases
from linli.demo.cases.planted import LINKED, planted
from linli.demo.county import units
from linli.demo.people import posts
from tests.demo_material.planned import DAYS, TODAY, ZONE, day_of, ten_oclock, texts_in, told

LAST_WORD = {
    "solvable": "progress",
    "stale": "progress",
    "first_results": "progress",
    "called_up": "call_up",
    "reported": "report_result",
    "sent_back": "send_back",
    "more_time_asked": "ask_extension",
    "more_time_given": "approve_extension",
    "suspended": "approve_result",
    "resumed": "resume",
    "reopened": "assess",
    "solved": "approve_result",
    "handled": "approve_result",
    "withdrawn": "approve_result",
    "transferred": "approve_result",
    "not_filed": "decline_filing",
    "really_a_dispute": "convert",
}

STANDING = {"file", "note", "progress"}


@cache
def planned(today: date) -> list[Case]:
    return cases(ten_oclock(today))


def solved_on(each: Case) -> date | None:
    """The day by which an approved case counts as solved."""
    reports = [step.told for step in each.steps if step.verb == "report_result"]
    approved = any(step.verb == "approve_result" for step in each.steps)
    return reports[-1].get("solved_on") if reports and approved else None


@pytest.mark.parametrize("today", DAYS)
def test_28_are_solved_to_the_end_of_may_14_to_april_and_7_a_year_before(today: date) -> None:
    days = [day for each in planned(today) if (day := solved_on(each))]
    counts = [sum(first <= day <= last for day in days) for first, last in windows(today)]
    assert counts == [14, 14, 7]
    assert all(each.happening.criminal for each in planned(today) if solved_on(each))


@pytest.mark.parametrize("today", [date(2025, 10, 9), date(2026, 2, 25), date(2026, 5, 6), date(2026, 10, 4)])
def test_the_figures_hold_around_long_holidays(today: date) -> None:
    found = cases(ten_oclock(today), is_workday=chinese_calendar.is_workday)
    days = [day for each in found if (day := solved_on(each))]
    assert [sum(first <= day <= last for day in days) for first, last in windows(today)] == [14, 14, 7]


@pytest.mark.parametrize("today", DAYS)
def test_steps_follow_one_another_and_none_lies_in_the_future(today: date) -> None:
    midnight = datetime.combine(today, time(), tzinfo=ZONE)
    for each in planned(today):
        moments = [each.opened_at, *(step.at for step in each.steps)]
        assert all(here < there for here, there in pairwise(moments)), each
        assert each.happening.from_at <= each.happening.until_at < each.opened_at
        assert moments[-1] < (ten_oclock(today) if each.course == "this_morning" else midnight)
        assert day_of(each.opened_at) >= first_day(today)


def test_the_same_day_is_told_the_same_way() -> None:
    assert cases(ten_oclock(TODAY)) == planned(TODAY)


def test_every_course_is_taken_as_often_as_it_is_ordered_and_ends_where_it_is_meant_to_end() -> None:
    for path in (*OPEN, *CLOSED):
        taken = [each for each in planned(TODAY) if each.course == path.name]
        assert len(taken) == path.here + path.elsewhere
        last = {each.steps[-1].verb for each in taken if each.steps}
        assert last == {LAST_WORD[path.name]} if path.name in LAST_WORD else last <= STANDING
    assert {each.steps[-1].verb for each in planned(TODAY) if each.course == SOLVED.name} == {"approve_result"}


@pytest.mark.parametrize("today", DAYS)
def test_planted_cases_are_alike_in_place_hours_and_words(today: date) -> None:
    series = planted(ten_oclock(today))
    assert [len(group) for group in series.values()] == [5, 5, 4, 5]
    for name, group in series.items():
        codes = [each.happening.grid_code for each in group]
        hours = {each.happening.from_at.astimezone(ZONE).hour for each in group}
        days = [day_of(each.opened_at) for each in group]
        assert max(distance(here, there) for here in codes for there in codes) < 1.5
        assert len({each.happening.category for each in group}) == 1
        assert max(hours) - min(hours) <= 2
        assert days[-1] - days[0] <= timedelta(weeks=8)
        assert len({each.happening.method for each in group}) == len(group)
        assert all(shared(here, there) >= 4 for here, there in pairwise(group)), name
        assert {each.series for each in group} == {name}
        links = [step.verb for each in group for step in each.steps].count("link_series")
        assert links == (len(group) - 1 if name == LINKED else 0)


def shared(here: Case, there: Case) -> int:
    """How many pairs of neighbouring characters the two ways have in common."""
    return len(pairs_of(here.happening.method) & pairs_of(there.happening.method))


def pairs_of(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def test_titles_are_short_and_each_is_used_once_and_no_text_has_a_hole() -> None:
    titles = [each.title for each in planned(TODAY)]
    assert max(map(len, titles)) <= 30
    assert len(set(titles)) == len(titles)
    for each in planned(TODAY):
        told_texts = [*texts_in(astuple(each.happening)), *(text for step in each.steps for text in step.told.values())]
        for text in filter(lambda one: isinstance(one, str), told_texts):
            assert not re.search(r"[{}\[\]|]", text), text


def test_no_text_says_who_may_have_done_it() -> None:
    words = re.compile(r"嫌疑|犯罪分子|惯犯|前科|男子|女子|外地人|作案人|身高|口音")
    for incident in incidents():
        assert not words.search(incident.title + incident.story + incident.method)
    for each in planned(TODAY):
        assert not [step for step in each.steps for text in step.told.values() if words.search(str(text))]


def test_no_title_holds_the_name_of_who_reported_it() -> None:
    for each in planned(TODAY):
        if each.happening.complainant:
            assert each.happening.complainant.name not in each.title


def test_officers_of_the_station_work_and_its_leader_decides() -> None:
    stations = {row.code: row.name for row in units() if row.name.endswith("派出所")}
    held = {row.username: (row.unit, row.role) for row in posts()}
    for each in planned(TODAY):
        for step in each.steps:
            assert held[step.by][0] == stations[each.unit_code]
            decides = step.verb in {"approve_result", "send_back", "approve_extension", "decline_filing", "convert"}
            assert held[step.by][1] == (
                "leader" if decides or step.verb in {"assign", "call_up", "reopen"} else "handler"
            )


@pytest.mark.parametrize("today", DAYS)
def test_seven_disputes_go_on_as_cases_and_one_case_as_a_dispute(today: date) -> None:
    found = list(sequels(told(today), planned(today), at=ten_oclock(today)))
    assert [each.kind for each in found] == ["case"] * 7 + ["dispute"]
    assert all(here.at < there.at for each in found for here, there in pairwise(each.steps))
    assert all(each.steps[0].verb == "hand_to" for each in found)
