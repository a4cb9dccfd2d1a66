"""The invented disputes: their figures, their order in time, and texts without holes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest

from linli.demo import material
from linli.demo.county import code_of, units
from linli.demo.material import Plan
from linli.demo.paths import SETTLED, SPECIAL, STREET_NEW, STREET_UNSETTLED, STREET_WATCHED
from linli.demo.people import posts
from linli.demo.quota import round_month
from linli.demo.stories import plan

ZONE = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 23)
DAYS = [TODAY, date(2026, 5, 31), date(2026, 6, 20), date(2026, 7, 3), date(2027, 1, 2), date(2028, 2, 29)]
LAST_WORD = {
    "assessed": material.Assess,
    "accepted": material.Accept,
    "one_side_willing": material.Consent,
    "dangerous": material.Opine,
    "danger_lifted": material.Assess,
    "extended": material.Meet,
    "paying": material.Perform,
    "unpaid": material.Note,
    "defaulted": material.Default,
    "window_open": material.Agree,
    "window_closing": material.Agree,
    "application_made": material.ApplyForConfirmation,
    "performed": material.Perform,
    "visited": material.Visit,
    "dissatisfied": material.Visit,
    "reopened": material.Note,
    "danger_now": material.Note,
    "paused": material.Pause,
    "due_today": material.Perform,
    "due_tomorrow": material.Perform,
    "due_soon": material.Perform,
    "visit_today": material.Perform,
    "visit_soon": material.Perform,
    "assessed_this_morning": material.Assess,
    "taken_on_this_morning": material.Accept,
    "settled_again": material.Close,
}


@cache
def told(today: date) -> list[Plan]:
    return plan(ten_oclock(today))


def ten_oclock(day: date) -> datetime:
    return datetime.combine(day, time(10), tzinfo=ZONE)


def day_of(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()


@pytest.mark.parametrize("today", DAYS)
def test_the_month_of_the_round_has_181_found_and_181_settled(today: date) -> None:
    first, last = round_month(today)
    found = [each for each in told(today) if first <= day_of(each.opened_at) <= last]
    assert (first.month, last.day) == (5, 31)
    assert last < today
    assert len(found) == 181
    assert sum(each.settled for each in found) == 181


@pytest.mark.parametrize("today", DAYS)
def test_the_street_has_343_accepted_and_341_settled(today: date) -> None:
    on_the_street = [each for each in told(today) if each.unit_code == code_of("拂柳街道")]
    assert sum(each.accepted for each in on_the_street) == 343
    assert sum(each.settled for each in on_the_street) == 341
    assert len(on_the_street) - 343 == sum(course.count for course in STREET_NEW)


@pytest.mark.parametrize("today", DAYS)
def test_about_650_disputes_lie_within_fourteen_months(today: date) -> None:
    opened = [day_of(each.opened_at) for each in told(today)]
    assert len(opened) == 650
    assert opened == sorted(opened)
    assert (today - opened[0]).days <= 435
    assert opened[-1] <= today


@pytest.mark.parametrize("today", DAYS)
def test_steps_follow_one_another_and_none_lies_in_the_future(today: date) -> None:
    midnight = datetime.combine(today, time(), tzinfo=ZONE)
    newest = {course.name for course in (*SPECIAL, *STREET_NEW) if course.newest}
    for each in told(today):
        moments = [each.opened_at, *moments_of(each)]
        assert all(moment.tzinfo is UTC for moment in moments)
        assert all(here < there for here, there in pairwise(moments)), each
        assert moments[-1] < (ten_oclock(today) if each.course in newest else midnight)


def moments_of(each: Plan) -> Iterator[datetime]:
    for step in each.steps:
        yield step.at
        if isinstance(step, material.Meet):
            yield step.ends_at


def test_every_path_is_taken_as_often_as_it_is_ordered() -> None:
    taken = defaultdict(list)
    for each in told(TODAY):
        taken[each.course].append(each)
    for course in (*SPECIAL, *STREET_UNSETTLED, *STREET_WATCHED, *STREET_NEW):
        assert len(taken[course.name]) >= course.count
    assert all(taken[course.name] for course in SETTLED)


def test_every_path_ends_where_it_is_meant_to_end() -> None:
    for each in told(TODAY):
        if each.course in {"just_opened", "this_morning"}:
            assert not each.steps
        elif each.course.startswith("filed_"):
            assert isinstance(each.steps[-1], material.Close)
            assert isinstance(each.steps[-2], material.Terminate)
        elif each.course.startswith("terminated_"):
            assert isinstance(each.steps[-1], material.Terminate)
        elif each.course.startswith("declined_"):
            assert isinstance(each.steps[-1], material.Decline)
        elif each.course in LAST_WORD:
            assert isinstance(each.steps[-1], LAST_WORD[each.course]), each


def test_what_is_in_danger_now_and_what_was_is_told_apart() -> None:
    assert {each.course for each in told(TODAY) if each.dangerous} == {"dangerous", "danger_now"}
    assert all(not each.dangerous for each in told(TODAY) if each.course == "jointly")


def test_disputes_over_their_limit_were_accepted_long_ago_and_those_in_hand_were_not() -> None:
    for each in told(TODAY):
        accepted = [step.at for step in each.steps if isinstance(step, material.Accept)]
        if "over_limit" in each.course:
            assert (TODAY - day_of(accepted[0])).days > 34
        if each.course in {"in_mediation", "many_households", "danger_lifted"}:
            assert (TODAY - day_of(accepted[0])).days < 30


def test_agreements_are_reached_within_the_limit_or_the_extended_limit() -> None:
    for each in told(TODAY):
        accepted = next((step.at for step in each.steps if isinstance(step, material.Accept)), None)
        agreed = next((step.at for step in each.steps if isinstance(step, material.Agree)), None)
        if accepted and agreed:
            assert (day_of(agreed) - day_of(accepted)).days <= limit_of(each), each


def limit_of(each: Plan) -> int:
    if each.court:
        return {"before_filing": 30, "after_ordinary": 15, "after_simplified": 7}[each.court.stage]
    days = 15 if each.category == "LB" else 30
    return days + stopped_for(each) + sum(step.days for step in each.steps if isinstance(step, material.Extend))


def stopped_for(each: Plan) -> int:
    stopped = [step.at for step in each.steps if isinstance(step, material.Pause | material.Resume)]
    return (stopped[1] - stopped[0]).days if len(stopped) == 2 else 0


def test_an_unpaid_instalment_is_past_its_day_and_a_running_plan_has_one_ahead() -> None:
    for each in told(TODAY):
        open_dues = [due.due_on for due in unpaid_of(each)]
        if each.course == "unpaid":
            assert open_dues[0] < TODAY < open_dues[-1]
        if each.course == "paying":
            assert open_dues
            assert min(open_dues) >= TODAY


def unpaid_of(each: Plan) -> list[material.Instalment]:
    agreed = [step for step in each.steps if isinstance(step, material.Agree)]
    kept = {step.number for step in each.steps if isinstance(step, material.Perform)}
    return [due for due in agreed[-1].instalments if due.number not in kept] if agreed else []


def test_titles_are_short_and_each_is_used_once() -> None:
    titles = [each.title for each in told(TODAY)]
    assert max(map(len, titles)) <= 30
    assert len(set(titles)) == len(titles)


def test_no_text_has_a_hole_or_an_open_choice() -> None:
    for each in told(TODAY):
        for text in texts_in(astuple(each)):
            assert not re.search(r"[{}\[\]|]", text), text
            assert not re.search(r"。。|，，|None", text), text


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)


def test_places_and_posts_are_those_of_the_county() -> None:
    codes = {row.code: row.parent_code for row in units()}
    usernames = {row.username for row in posts()}
    for each in told(TODAY):
        assert codes[each.grid_code] == each.community_code
        assert codes[each.community_code] == each.unit_code
        assert {each.opened_by, *(step.by for step in each.steps)} <= usernames


def test_parties_stand_on_two_sides_with_numbers_that_belong_to_nobody() -> None:
    for each in told(TODAY):
        assert {party.side for party in each.parties} == {"a", "b"}
        assert all(re.fullmatch(r"1380000\d{4}", party.phone) for party in each.parties)
        people = [party.name[0] for party in each.parties if party.sort == "person"]
        assert len(people) == len(set(people))


def test_the_same_day_is_told_the_same_way() -> None:
    assert plan(ten_oclock(TODAY)) == told(TODAY)


def test_windows_and_courts_hand_over_on_working_days_only() -> None:
    holidays = {date(2026, 10, 1) + timedelta(days=day) for day in range(7)}
    for each in plan(ten_oclock(TODAY), is_workday=lambda day: day.weekday() < 5 and day not in holidays):
        if each.channel in {"window", "court"}:
            assert day_of(each.opened_at).weekday() < 5
            assert day_of(each.opened_at) not in holidays


@pytest.mark.parametrize("clock", [time(0, 5), time(7, 28), time(9, 30), time(13, 10), time(23, 50)])
def test_the_newest_are_of_this_morning_or_of_the_last_working_day(clock: time) -> None:
    at = datetime.combine(TODAY, clock, tzinfo=ZONE)
    newest = [each for each in plan(at) if "this_morning" in each.course]
    days = {day_of(each.opened_at) for each in newest}
    assert len(newest) == 5
    assert days == {TODAY if clock >= time(9, 30) else date(2026, 11, 20)}
    assert all(each.opened_at < at for each in newest)


def test_on_the_street_something_is_due_today_and_the_visits_are_counted_in_working_days() -> None:
    due_on = {each.course: unpaid_of(each)[0].due_on for each in told(TODAY) if each.course.startswith("due_")}
    assert due_on == {"due_today": TODAY, "due_tomorrow": date(2026, 11, 24), "due_soon": date(2026, 11, 26)}
    last = {each.course: day_of(each.steps[-1].at) for each in told(TODAY) if each.course.startswith("visit_")}
    assert last == {"visit_today": date(2026, 11, 2), "visit_soon": date(2026, 11, 4)}


def test_bodies_that_have_a_post_of_their_own_speak_for_themselves() -> None:
    speakers = {step.unit: step.by for each in told(TODAY) for step in each.steps if isinstance(step, material.Opine)}
    assert speakers[code_of("云棠县公安局")] == "fang"
    assert speakers[code_of("云棠县司法局")] != "fang"


@pytest.mark.parametrize("today", [date(2025, 10, 9), date(2026, 2, 25), date(2026, 5, 6), date(2026, 10, 4)])
def test_the_figures_hold_around_long_holidays(today: date) -> None:
    told = plan(ten_oclock(today), is_workday=chinese_calendar.is_workday)
    first, last = round_month(today)
    of_may = [each for each in told if first <= day_of(each.opened_at) <= last]
    of_street = [each for each in told if each.unit_code == code_of("拂柳街道")]
    assert (len(told), len(of_may), sum(each.settled for each in of_may)) == (650, 181, 181)
    assert sum(each.accepted for each in of_street) == 343
    assert [each.course for each in of_street if each.accepted and not each.settled] == ["over_limit", "danger_now"]
