"""The calendar is the office's rows, hours and zone."""

from datetime import date, time

import pytest

from linli.policy.calendar import calendar
from linli.policy.models import Centre, Holiday

pytestmark = pytest.mark.django_db


def test_another_row_makes_another_calendar_and_the_same_rows_the_same() -> None:
    version = calendar().version
    Holiday.objects.create(on=date(2026, 10, 1), name="国庆节")
    changed = calendar()
    assert changed.version != version
    assert changed.holidays == {date(2026, 10, 1)}
    Holiday.objects.all().delete()
    assert calendar().version == version


def test_office_hours_and_zone_are_the_centres() -> None:
    assert calendar().hours == ((time(8, 30), time(17, 30)),)
    Centre.objects.create(name="云河", office_hours=[["09:00", "12:00"], ["14:00", "18:00"]])
    assert calendar().hours == ((time(9), time(12)), (time(14), time(18)))
