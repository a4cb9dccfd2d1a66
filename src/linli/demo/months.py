"""Whole months before the county's today."""

from datetime import date

ROUND_MONTH = 5


def round_month(today: date) -> tuple[date, date]:
    """First and last day of the May of the great round: the latest that ended at least thirty days ago."""
    year = today.year if today > date(today.year, 6, 29) else today.year - 1
    return date(year, ROUND_MONTH, 1), date(year, ROUND_MONTH, 31)


def months_before(day: date, *, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, min(day.day, 28))
