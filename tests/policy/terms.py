"""Terms, categories and a loaded book for the tests of policy."""

from datetime import UTC, date, datetime
from typing import Any

from linli.policy.book import Book, book
from linli.policy.load import load_profile
from linli.policy.models import Category, Term

AUTUMN = datetime(2026, 9, 24, 2, 0, tzinfo=UTC)
DAY = date(2026, 9, 24)
LONG_AGO = date(2020, 1, 1)


def term(code: str, span: str, **more: Any) -> Term:
    return Term.objects.create(code=code, span=span, **{"valid_from": LONG_AGO, **more})


def category(code: str, *, parent: Category | None = None) -> Category:
    return Category.objects.create(kind="dispute", code=code, name=code, parent=parent, valid_from=LONG_AGO)


def loaded() -> Book:
    load_profile()
    return book(AUTUMN)


def span_of(found: Book, *, kind: str = "dispute", category: str | None = None, on: date = DAY) -> str:
    return found.term("limit", kind=kind, category=category, on=on).span
