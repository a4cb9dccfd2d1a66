"""What a day is, and how many working days are left."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linli.ground.clock import parse_moment
from linli.ground.workdays import Calendar, days_left, workdays_between
from tests.ground.official import CALENDAR


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


def test_a_day_that_is_holiday_and_make_up_day_at_once_is_refused() -> None:
    day = frozenset({date(2026, 1, 1)})
    with pytest.raises(ValueError, match="both"):
        Calendar(version="x", zone="Asia/Shanghai", holidays=day, makeups=day, published=frozenset())


@given(st.dates(date(2019, 1, 1), date(2031, 1, 1)), st.integers(0, 2500))
@example(date(2022, 12, 31), 366)
def test_days_that_are_counted_are_those_that_walking_finds(after_on: date, days: int) -> None:
    walked = sum(CALENDAR.is_workday(after_on + timedelta(days=number)) for number in range(1, days + 1))
    assert workdays_between(after_on, until_on=after_on + timedelta(days=days), calendar=CALENDAR) == walked
