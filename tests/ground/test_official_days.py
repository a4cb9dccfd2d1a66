"""The days of the profile are those that the State Council announced."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from chinese_calendar import constants

import linli
from linli.ground.workdays import workdays_between
from tests.ground.official import CALENDAR, HOLIDAYS, MAKEUPS, YEARS, is_official_workday

PROFILE = Path(linli.__file__).parent / "policy" / "profiles" / "holidays.csv"


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
