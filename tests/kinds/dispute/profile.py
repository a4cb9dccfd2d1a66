"""The profile's own terms and holidays, read without a database."""

from datetime import date, datetime
from functools import cache

from linli.ground.workdays import Calendar
from linli.policy.book import Book, TermRow
from linli.policy.load import PROFILES
from tests.kinds.in_hand import rows_of, terms_of


def policy(at: datetime) -> Book:
    return Book(at=at, calendar=_calendar(), terms=_terms(), parents={})


@cache
def _calendar() -> Calendar:
    days = [(date.fromisoformat(row["on"]), row["working"] == "1") for row in rows_of(PROFILES / "holidays.csv")]
    return Calendar(
        version="test",
        zone="Asia/Shanghai",
        holidays=frozenset(day for day, working in days if not working),
        makeups=frozenset(day for day, working in days if working),
        published=frozenset(int(row["year"]) for row in rows_of(PROFILES / "years.csv")),
    )


@cache
def _terms() -> tuple[TermRow, ...]:
    return terms_of(rows_of(PROFILES / "terms.csv"), kind="dispute")
