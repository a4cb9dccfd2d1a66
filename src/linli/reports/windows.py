"""The windows of a report: the days that each looks at, seen from its period."""

from collections.abc import Mapping

from linli.reports.report import BEFORE, NOW, TO_DATE, TO_DATE_BEFORE, YEAR_BEFORE
from linli.tally.periods import Period, year_to


def windows(period: Period) -> Mapping[str, Period | None]:
    """None where there is no such window: nothing is like the January of a year to date before it."""
    so_far = year_to(period.last)
    return {
        NOW: period,
        YEAR_BEFORE: period.year_before(),
        BEFORE: period.before(),
        TO_DATE: so_far,
        TO_DATE_BEFORE: so_far.year_before(),
    }


def days(period: Period) -> str:
    """Its first and last day, or the one day."""
    if period.first == period.last:
        return period.first.isoformat()
    return f"{period.first.isoformat()} – {period.last.isoformat()}"
