"""Working time is the time the office was open."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from linli.ground.clock import parse_moment
from linli.ground.workdays import working_time
from tests.ground.official import CALENDAR

WITH_NOON_BREAK = replace(CALENDAR, hours=((time(8, 30), time(12, 0)), (time(14, 0), time(17, 30))))


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
    "hours", [(), ((time(9), time(9)),), ((time(14), time(17)), (time(8), time(12))), ((time(8), time(12)),) * 2]
)
def test_office_hours_that_are_empty_or_out_of_order_are_refused(hours: tuple[tuple[time, time], ...]) -> None:
    with pytest.raises(ValueError, match="Office hours"):
        replace(CALENDAR, hours=hours)
