"""The figures of solved cases that the invented county is known for: by the day on which they were solved."""

from collections.abc import Iterator
from datetime import date, timedelta

from linli.demo.months import round_month

TO_APRIL, IN_MAY, YEAR_BEFORE = 14, 14, 7
LONGEST = 30
"""Days from the acceptance of an invented case until it is solved, at most."""

Window = tuple[date, date]


def windows(today: date) -> tuple[Window, Window, Window]:
    """January to April and May of the round year, and January to May of the year before it."""
    first, last = round_month(today)
    year = first.year
    return (
        (date(year, 1, 1), first - timedelta(days=1)),
        (first, last),
        (date(year - 1, 1, 1), date(year - 1, last.month, last.day)),
    )


def fixed(today: date) -> Iterator[tuple[int, Window]]:
    """How many criminal cases are solved in which window: 28 to the end of May, 14 to April, 7 a year before."""
    yield from zip((TO_APRIL, IN_MAY, YEAR_BEFORE), windows(today), strict=True)


def is_fixed(day: date, *, today: date) -> bool:
    return any(first <= day <= last for first, last in windows(today))


def first_day(today: date) -> date:
    """From when on posts are to be held, so that somebody could accept the first case."""
    return windows(today)[2][0] - timedelta(days=2 * LONGEST)
