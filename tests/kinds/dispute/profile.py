"""The profile's own terms and holidays, read without a database."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from linli.ground.workdays import Calendar
from linli.policy.book import Book, TermRow
from linli.policy.load import PROFILES


def policy(at: datetime) -> Book:
    return Book(at=at, calendar=_calendar(), terms=_terms(), parents={})


@cache
def _calendar() -> Calendar:
    days = [(date.fromisoformat(row["on"]), row["working"] == "1") for row in _rows("holidays")]
    return Calendar(
        version="test",
        zone="Asia/Shanghai",
        holidays=frozenset(day for day, working in days if not working),
        makeups=frozenset(day for day, working in days if working),
        published=frozenset(int(row["year"]) for row in _rows("years")),
    )


@cache
def _terms() -> tuple[TermRow, ...]:
    return tuple(
        TermRow(
            code=row["code"],
            kind=row["kind"],
            category=row["category"] or None,
            span=row["span"],
            starts=row["starts"],
            rolls=row["rolls"] == "1",
            profile=row["profile"],
            basis=row["basis"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=None,
        )
        for row in _rows("terms")
        if row["kind"] == "dispute"
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (PROFILES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
