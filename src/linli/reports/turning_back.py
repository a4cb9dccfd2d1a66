"""The periods that cells of a form look at, seen from the period that the form is filled for."""

from collections.abc import Callable, Mapping
from datetime import date

from linli.tally.periods import RANGE, Period, period_named, year_to

Seen = Callable[[Period], Period | None]

FROM: Mapping[str, Seen] = {
    "this": lambda period: period,
    "before": lambda period: period.before(),
    "year_before": lambda period: period.year_before(),
    "year_to_date": lambda period: year_to(period.last),
    "year_to_date_lately": lambda period: year_to(period.last).before(),
    "year_to_date_before": lambda period: year_to(period.last).year_before(),
    "quarter": lambda period: _of_months(period, 3),
    "half": lambda period: _of_months(period, 6),
    "whole_year": lambda period: period_named(f"{period.last:%Y}"),
    "whole_year_before": lambda period: period_named(f"{period.last:%Y}").before(),
}


def _of_months(period: Period, count: int) -> Period:
    """The quarter or half-year in which it ends, up to its end."""
    first = (period.last.month - 1) // count * count + 1
    return Period(date(period.last.year, first, 1), period.last, RANGE)
