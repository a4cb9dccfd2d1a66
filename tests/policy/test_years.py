"""The years of the built-in profile have their published working days."""

from datetime import date

import pytest

from linli.policy.calendar import calendar
from linli.policy.load import load_profile

pytestmark = pytest.mark.django_db


def test_the_years_to_2026_are_published_with_their_working_days() -> None:
    load_profile()
    known = calendar()
    assert known.published == {2023, 2024, 2025, 2026}
    days = {year: sum(known.is_workday(date.fromordinal(day)) for day in days_of(year)) for year in known.published}
    assert days == {2023: 249, 2024: 251, 2025: 248, 2026: 248}


def days_of(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
