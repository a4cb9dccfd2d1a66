"""The built-in profile: complete, safe to load again, and respectful of what the office edited."""

from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import translation

from linli.policy.calendar import calendar
from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Category, Centre, Series, Term

pytestmark = pytest.mark.django_db


def test_the_profile_loads_and_loads_again_without_doubling() -> None:
    first, second = load_profile(), load_profile()
    assert all(first[name] > 0 for name in ("years", "holidays", "categories", "terms", "series"))
    assert set(second.values()) == {0}


def test_the_years_to_2026_are_published_with_their_working_days() -> None:
    load_profile()
    known = calendar()
    assert known.published == {2023, 2024, 2025, 2026}
    days = {year: sum(known.is_workday(date.fromordinal(day)) for day in days_of(year)) for year in known.published}
    assert days == {2023: 249, 2024: 251, 2025: 248, 2026: 248}


def test_disputes_have_fourteen_types_and_other_in_both_languages() -> None:
    load_profile()
    rows = Category.objects.filter(kind="dispute")
    assert rows.count() == 15
    assert not rows.filter(name_en="").exists()
    assert rows.get(code="NB").name == "邻里纠纷"


def test_what_the_office_edited_stays_as_it_is() -> None:
    load_profile()
    Category.objects.filter(code="NB").update(name="相邻关系纠纷")
    Term.objects.filter(code="dispute.follow_up").update(span="20wd", valid_from=date(2026, 1, 1))
    load_profile()
    assert Category.objects.get(code="NB").name == "相邻关系纠纷"
    assert Term.objects.get(code="dispute.follow_up").span == "20wd"


def test_every_row_of_the_profile_would_pass_the_office_too() -> None:
    load_profile()
    for row in (*Term.objects.all(), *Category.objects.all(), *CalendarYear.objects.all(), *Series.objects.all()):
        row.full_clean()


def test_the_command_says_what_was_new() -> None:
    said = StringIO()
    with translation.override("en"):
        call_command("loadpolicy", stdout=said)
    assert "categories: 15 new" in said.getvalue()


@pytest.mark.parametrize("span", ["", "15", "wd", "-3d", "3 weeks"])
def test_a_span_that_cannot_be_counted_is_refused(span: str) -> None:
    with pytest.raises(ValidationError):
        Term(code="limit", span=span, valid_from=date(2026, 1, 1)).full_clean()


@pytest.mark.parametrize(
    "hours", [[], "09:00", [["09:00"]], [["17:30", "08:30"]], [["08:00", "12:00"], ["11:00", "17:00"]]]
)
def test_office_hours_that_cannot_be_counted_are_refused(hours: object) -> None:
    with pytest.raises(ValidationError):
        Centre(name="云河", office_hours=hours).full_clean()


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValidationError):
        Centre(name="云河", zone="Asia/Yunhe").full_clean()


def days_of(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
