"""The figures the invented county is known for, whatever the day."""

from datetime import date

import chinese_calendar
import pytest

from linli.demo.county import code_of
from linli.demo.months import round_month
from linli.demo.paths.street import STREET_NEW
from linli.demo.stories import plan
from tests.demo_material.planned import DAYS, day_of, ten_oclock, told


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


@pytest.mark.parametrize("today", [date(2025, 10, 9), date(2026, 2, 25), date(2026, 5, 6), date(2026, 10, 4)])
def test_the_figures_hold_around_long_holidays(today: date) -> None:
    told = plan(ten_oclock(today), is_workday=chinese_calendar.is_workday)
    first, last = round_month(today)
    of_may = [each for each in told if first <= day_of(each.opened_at) <= last]
    of_street = [each for each in told if each.unit_code == code_of("拂柳街道")]
    assert (len(told), len(of_may), sum(each.settled for each in of_may)) == (650, 181, 181)
    assert sum(each.accepted for each in of_street) == 343
    assert [each.course for each in of_street if each.accepted and not each.settled] == ["over_limit", "danger_now"]
