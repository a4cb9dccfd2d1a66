"""Which term holds: the most specific, on its days, the later one."""

from datetime import date

import pytest
from django.utils import translation

from linli.policy.book import NoTerm, book
from tests.policy.terms import AUTUMN, DAY, category, span_of, term

pytestmark = pytest.mark.django_db


def test_the_most_specific_term_wins() -> None:
    labour = category("LB")
    category("NB")
    category("LB-WAGE", parent=labour)
    term("limit", "10wd")
    term("limit", "30d", kind="dispute")
    term("limit", "15d", kind="dispute", category=labour)
    found = book(AUTUMN)
    assert span_of(found, kind="request") == "10wd"
    assert span_of(found, category="NB") == "30d"
    assert span_of(found, category="LB") == "15d"
    assert span_of(found, category="LB-WAGE") == "15d"
    assert span_of(found, category="") == "30d"


def test_a_term_holds_from_its_first_day_to_its_last() -> None:
    term("limit", "30d", valid_until=DAY)
    term("limit", "20d", valid_from=date(2026, 9, 25))
    found = book(AUTUMN)
    assert span_of(found) == "30d"
    assert span_of(found, on=date(2026, 9, 25)) == "20d"


def test_of_two_terms_in_force_the_later_one_holds() -> None:
    term("limit", "30d")
    term("limit", "20d", valid_from=date(2026, 1, 1))
    assert span_of(book(AUTUMN)) == "20d"


def test_a_missing_term_is_named_in_a_sentence() -> None:
    with translation.override("en"), pytest.raises(NoTerm, match="No term “limit” is in force on 2026-09-24"):
        span_of(book(AUTUMN))
