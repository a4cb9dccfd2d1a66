"""The working calendar: which days count and how much office time has passed."""

import csv
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from chinese_calendar import constants

import linli
from linli.ground.clock import parse_moment
from linli.ground.workdays import Calendar, days_left, workdays_between, working_time
from tests.ground.official import CALENDAR, HOLIDAYS, MAKEUPS, YEARS, is_official_workday

PROFILE = Path(linli.__file__).parent / "policy" / "profiles" / "holidays.csv"
WITH_NOON_BREAK = replace(CALENDAR, hours=((time(8, 30), time(12, 0)), (time(14, 0), time(17, 30))))


def _rows() -> list[dict[str, str]]:
    with PROFILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_day_of_four_years_is_judged_as_the_state_council_announced_it() -> None:
    days = [date(2023, 1, 1) + timedelta(days=number) for number in range(365 * 3 + 366)]
    assert days[-1] == date(2026, 12, 31)
    assert [day for day in days if CALENDAR.is_workday(day) != is_official_workday(day)] == []


@pytest.mark.parametrize(("year", "days"), [(2023, 249), (2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_its_published_number_of_working_days(year: int, days: int) -> None:
    assert workdays_between(date(year - 1, 12, 31), until_on=date(year, 12, 31), calendar=CALENDAR) == days


def test_the_profile_lists_exactly_the_official_days() -> None:
    assert {date.fromisoformat(row["on"]) for row in _rows() if row["working"] == "0"} == HOLIDAYS
    assert {date.fromisoformat(row["on"]) for row in _rows() if row["working"] == "1"} == MAKEUPS


def test_the_profile_names_every_day_in_chinese_in_order_and_once() -> None:
    days = [row["on"] for row in _rows()]
    assert days == sorted(set(days))
    assert {row["name"] for row in _rows() if row["working"] == "0"} == {
        "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节",
    }  # fmt: skip
    assert all(row["name"].endswith("调休") == (row["working"] == "1") for row in _rows())
    assert len(days) == sum(day.year in YEARS for day in [*constants.holidays, *constants.workdays])


@pytest.mark.parametrize(
    ("day", "nature"),
    [
        ("2026-09-24", "Working day"),
        ("2026-09-20", "Make-up working day"),
        ("2026-09-19", "Weekend"),
        ("2026-09-25", "Public holiday"),
    ],
)
def test_a_day_says_what_it_is(day: str, nature: str) -> None:
    assert CALENDAR.nature(date.fromisoformat(day)) == nature


@pytest.mark.parametrize(
    ("from_text", "until_text", "hours"),
    [
        ("2026-11-23T09:00", "2026-11-23T11:30", 2.5),
        ("2026-11-23T07:00", "2026-11-23T23:00", 9),
        ("2026-11-20T16:30", "2026-11-23T09:30", 2),
        ("2026-11-21T09:00", "2026-11-22T17:00", 0),
        ("2026-10-10T09:00", "2026-10-10T10:00", 1),
        ("2026-11-23T10:00", "2026-11-23T09:00", 0),
    ],
)
def test_working_time_is_the_time_the_office_was_open(from_text: str, until_text: str, hours: float) -> None:
    passed = working_time(parse_moment(from_text), parse_moment(until_text), calendar=CALENDAR)
    assert passed == timedelta(hours=hours)


def test_the_noon_break_is_not_working_time() -> None:
    from_at, until_at = parse_moment("2026-11-23T11:00"), parse_moment("2026-11-23T15:00")
    assert working_time(from_at, until_at, calendar=CALENDAR) == timedelta(hours=4)
    assert working_time(from_at, until_at, calendar=WITH_NOON_BREAK) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("at", "due", "left"),
    [
        ("2026-09-24T10:00", "2026-10-22T17:30", 15),
        ("2026-10-21T23:59", "2026-10-22T17:30", 1),
        ("2026-10-22T08:00", "2026-10-22T17:30", 0),
        ("2026-10-22T18:00", "2026-10-22T17:30", 0),
        ("2026-10-25T12:00", "2026-10-22T17:30", -1),
        ("2026-10-26T12:00", "2026-10-22T17:30", -2),
    ],
)
def test_days_left_are_working_days_after_today(at: str, due: str, left: int) -> None:
    assert days_left(parse_moment(at), parse_moment(due), calendar=CALENDAR) == left


def test_the_day_is_that_of_the_centre_and_not_of_the_machine() -> None:
    at, due_at = parse_moment("2026-11-23T23:00:00Z"), parse_moment("2026-11-24T09:30:00Z")
    assert days_left(at, due_at, calendar=CALENDAR) == 0
    assert days_left(at, due_at, calendar=replace(CALENDAR, zone="UTC")) == 1


@pytest.mark.parametrize(
    "hours", [(), ((time(9), time(9)),), ((time(14), time(17)), (time(8), time(12))), ((time(8), time(12)),) * 2]
)
def test_office_hours_that_are_empty_or_out_of_order_are_refused(hours: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(ValueError, match="Office hours"):
        replace(CALENDAR, hours=hours)


def test_a_day_that_is_holiday_and_make_up_day_at_once_is_refused() -> None:
    day = frozenset({date(2026, 1, 1)})
    with pytest.raises(ValueError, match="both"):
        Calendar(version="x", zone="Asia/Shanghai", holidays=day, makeups=day, published=frozenset())
