"""Terms, categories, series and days in the office: what is in use is ended and not edited."""

from datetime import date

import pytest

from linli.policy.models import Category, Centre, Holiday, Series, Term
from tests.office.visiting import LONG_AGO, administrator, page, said

pytestmark = pytest.mark.django_db


def test_a_term_in_use_only_gets_a_last_day() -> None:
    client = administrator()
    term = Term.objects.create(code="dispute.limit", span="30d", valid_from=LONG_AGO)
    assert (
        client.post(page("policy_term_change", term.pk), {"span": "1d", "valid_until": "2027-12-31"}).status_code == 302
    )
    term.refresh_from_db()
    assert (term.span, term.valid_until) == ("30d", date(2027, 12, 31))
    assert said(client, page("policy_term_delete", term.pk))
    assert Term.objects.exists()


def test_a_category_may_be_renamed_but_keeps_its_code() -> None:
    client = administrator()
    row = Category.objects.create(kind="dispute", code="NB", name="邻里", valid_from=LONG_AGO)
    told = {"name": "邻里纠纷", "name_en": "Neighbourhood", "code": "XX", "valid_until": ""}
    assert client.post(page("policy_category_change", row.pk), told).status_code == 302
    row.refresh_from_db()
    assert (row.code, row.name) == ("NB", "邻里纠纷")


def test_the_last_number_of_a_series_cannot_be_typed() -> None:
    client = administrator()
    row = Series.objects.create(code="dispute", pattern="TJ-{year}-{number:06d}", year=2026, last=41)
    client.post(page("policy_series_change", row.pk), {"last": "7", "pattern": "X"})
    row.refresh_from_db()
    assert (row.last, row.pattern) == (41, "TJ-{year}-{number:06d}")


def test_there_is_one_centre_and_a_past_holiday_stays() -> None:
    client = administrator()
    Centre.objects.create(name="云河")
    assert client.get(page("policy_centre_add")).status_code == 403
    past = Holiday.objects.create(on=date(2024, 1, 1), name="元旦")
    assert said(client, page("policy_holiday_delete", past.pk))
    assert Holiday.objects.exists()
