"""The built-in profile: complete, safe to load again, and respectful of what the office edited."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import translation

from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Category, Series, Term

pytestmark = pytest.mark.django_db


def test_the_profile_loads_and_loads_again_without_doubling() -> None:
    first, second = load_profile(), load_profile()
    assert all(first[name] > 0 for name in ("years", "holidays", "categories", "terms", "series"))
    assert set(second.values()) == {0}


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
    assert f"categories: {Category.objects.count()} new" in said.getvalue()
