"""Due dates in a year without published holidays are provisional."""

from datetime import UTC, date, datetime

import pytest

from linli.policy.book import book
from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Holiday
from tests.policy.terms import term

pytestmark = pytest.mark.django_db


def test_a_date_in_a_year_without_published_holidays_is_provisional_until_they_are() -> None:
    load_profile()
    term("limit", "15wd")
    december = datetime(2026, 12, 28, 2, 0, tzinfo=UTC)
    before = book(december).deadline("limit", december)
    assert before.provisional
    CalendarYear.objects.create(year=2027, published_on=date(2026, 11, 5))
    Holiday.objects.create(on=date(2027, 1, 4), name="元旦")
    after = book(december).walk(before.basis)
    assert not after.provisional
    assert after.at > before.at
