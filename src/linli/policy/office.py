"""What the office decided, as one request reads it: asked once whether anything changed, and known from then on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.utils.translation import get_language

from linli.ground.workdays import Calendar
from linli.policy.book import Book, book_under
from linli.policy.calendar import calendar_under
from linli.policy.centre import the_centre
from linli.policy.models import Category, Centre
from linli.policy.stamp import Stamp, stamp

Categories = Mapping[tuple[str, str], Category]
Grouped = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Choices under their headings, as a form draws them."""


@dataclass(frozen=True)
class Office:
    """The policy rows of one stamp."""

    stamp: Stamp

    @property
    def calendar(self) -> Calendar:
        return calendar_under(self.stamp)

    @property
    def centre(self) -> Centre:
        return centre_under(self.stamp)

    @property
    def categories(self) -> Categories:
        """By kind and code, in their order."""
        return categories_under(self.stamp)

    def book(self, at: datetime) -> Book:
        """The book to decide by at this moment."""
        return book_under(self.stamp, at=at)


def office() -> Office:
    """What is in force now."""
    return Office(stamp())


def categories_to_choose(kind: str) -> Grouped:
    """The kind's categories that may be chosen today under the one above them, in the language of the page."""
    return grouped_under(stamp(), kind, get_language())


def coded(code: str) -> tuple[Category, ...]:
    """The categories of this code, of whichever kinds, in their order."""
    return coded_under(stamp(), code)


def codes_below(code: str) -> tuple[str, ...]:
    """This code and those of the categories under it, of whichever kinds; none where there is no such category."""
    return codes_below_under(stamp(), code)


@lru_cache(maxsize=4)
def centre_under(_stamp: Stamp) -> Centre:
    return the_centre()


@lru_cache(maxsize=4)
def categories_under(_stamp: Stamp) -> Categories:
    return {(one.kind, one.code): one for one in Category.objects.order_by("kind", "id")}


@lru_cache(maxsize=32)
def grouped_under(stamp: Stamp, kind: str, _language: str | None) -> Grouped:
    rows = categories_under(stamp).values()
    above, groups = {row.pk: row for row in rows}, dict[str, list[tuple[str, str]]]()
    for row in rows:
        if row.kind == kind and row.parent_id and row.valid_until is None:
            groups.setdefault(above[row.parent_id].label, []).append((row.code, row.label))
    return tuple((name, tuple(choices)) for name, choices in groups.items())


@lru_cache(maxsize=512)
def coded_under(stamp: Stamp, code: str) -> tuple[Category, ...]:
    return tuple(row for row in categories_under(stamp).values() if row.code == code)


@lru_cache(maxsize=512)
def codes_below_under(stamp: Stamp, code: str) -> tuple[str, ...]:
    top = {row.pk for row in coded_under(stamp, code)}
    return tuple(sorted({row.code for row in categories_under(stamp).values() if {row.pk, row.parent_id} & top}))
