"""The invented disputes in time: in order, in office hours, never in the future."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from linli.demo.paths.special import SPECIAL
from linli.demo.paths.street import STREET_NEW
from linli.demo.stories import plan
from tests.demo_material.planned import DAYS, TODAY, ZONE, day_of, moments_of, ten_oclock, told


@pytest.mark.parametrize("today", DAYS)
def test_steps_follow_one_another_and_none_lies_in_the_future(today: date) -> None:
    midnight = datetime.combine(today, time(), tzinfo=ZONE)
    newest = {course.name for course in (*SPECIAL, *STREET_NEW) if course.newest}
    for each in told(today):
        moments = [each.opened_at, *moments_of(each)]
        assert all(moment.tzinfo is UTC for moment in moments)
        assert all(here < there for here, there in pairwise(moments)), each
        assert moments[-1] < (ten_oclock(today) if each.course in newest else midnight)


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
