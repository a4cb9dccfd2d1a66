"""The windows of a report: the days that each looks at, seen from its period."""

from collections.abc import Mapping
from datetime import date, timedelta

from linli.reports.report import AGAIN, BEFORE, LATELY, NOW, TO_DATE, TO_DATE_BEFORE, TO_DATE_YEAR, YEAR_BEFORE
from linli.tally.periods import RANGE, Period, year_to


def windows(period: Period, *, began: date | None) -> Mapping[str, Period | None]:
    """None where there is no such window, or it lies before the ledger: of what was then nothing is known."""
    so_far = year_to(period.last)
    lately = Period(period.first - timedelta(days=AGAIN), period.last, RANGE)
    seen = {
        YEAR_BEFORE: period.year_before(),
        BEFORE: period.before(),
        TO_DATE: so_far,
        TO_DATE_YEAR: so_far.year_before(),
        TO_DATE_BEFORE: so_far.before(),
    }
    known = {name: one if one and began and began <= one.last else None for name, one in seen.items()}
    return {NOW: period, **known, TO_DATE: so_far, LATELY: lately}


def days(period: Period) -> str:
    """Its first and last day, or the one day."""
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first.isoformat()} – {period.last.isoformat()}"
