"""The periods that figures are counted for, by name, and the two that each is compared with."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from linli.ground.text import msg

DAY, WEEK, MONTH, QUARTER, HALF, YEAR, RANGE, TO_DATE, YEAR_TO_DATE = SORTS = (
    "day",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "range",
    "to",
    "year-to",
)
YEARS = range(1950, 2200)
MONTHS = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12}
WORDS = {
    DAY: msg("{first}"),
    WEEK: msg("week {week} of {week_year}"),
    YEAR: msg("the year {year}"),
    RANGE: msg("{first} to {last}"),
    TO_DATE: msg("{month} up to {last}"),
    YEAR_TO_DATE: msg("the year {year} up to {last}"),
}
MONTH_WORDS = (
    msg("January {year}"),
    msg("February {year}"),
    msg("March {year}"),
    msg("April {year}"),
    msg("May {year}"),
    msg("June {year}"),
    msg("July {year}"),
    msg("August {year}"),
    msg("September {year}"),
    msg("October {year}"),
    msg("November {year}"),
    msg("December {year}"),
)
QUARTER_WORDS = (
    msg("the first quarter of {year}"),
    msg("the second quarter of {year}"),
    msg("the third quarter of {year}"),
    msg("the fourth quarter of {year}"),
)
HALF_WORDS = (msg("the first half of {year}"), msg("the second half of {year}"))
COUNTED = {MONTH: MONTH_WORDS, QUARTER: QUARTER_WORDS, HALF: HALF_WORDS}
NO_PERIOD = msg(
    "“{text}” is not a period. Write 2026-05 for a month, 2026-Q2, 2026-H1, 2026, 2026-W22 for a week, 2026-05-31 for "
    "a day, 2026-05-01..2026-05-17 for what lies between, to:2026-05-17 for the month to that day or "
    "year-to:2026-05-17 for the year to that day."
)
BACKWARDS = msg("The last day of the period lies before its first: {text}. Put the earlier day first.")


class BadPeriod(ValueError):
    """What was written names no period; says what to write instead."""


@dataclass(frozen=True, order=True)
class Period:
    """The days from first to last, both counted, and what sort of period they are."""

    first: date
    last: date
    sort: str

    @cached_property
    def name(self) -> str:
        """How it is written; `period_named` reads it again."""
        return _NAMES[self.sort](self)

    @property
    def word(self) -> str:
        """How it is shown to the reader."""
        year, week, _day = self.first.isocalendar()
        return _(_word_of(self)).format(
            first=self.first.isoformat(),
            last=self.last.isoformat(),
            year=self.first.year,
            month=_(MONTH_WORDS[self.first.month - 1]).format(year=self.first.year),
            week=week,
            week_year=year,
        )

    def before(self) -> "Period | None":
        """The one before, for period on period; None for the January of a year to date, before which none is like it.

        Of what goes to a day it is the like part: the month before to the same day, the year to a month earlier.
        """
        if self.sort in MONTHS:
            return _months(_shifted(self.first, months=-MONTHS[self.sort]), self.sort)
        if self.sort == TO_DATE:
            return month_to(_shifted(self.last, months=-1))
        if self.sort == YEAR_TO_DATE:
            return year_to(_shifted(self.last, months=-1)) if self.last.month > 1 else None
        length = self.last - self.first + timedelta(days=1)
        return Period(self.first - length, self.last - length, self.sort)

    def year_before(self) -> "Period":
        """The same a year before, for year on year; 29 February falls to the 28th."""
        if self.sort in MONTHS:
            return _months(_shifted(self.first, months=-12), self.sort)
        if self.sort == TO_DATE:
            return month_to(_shifted(self.last, months=-12))
        if self.sort == YEAR_TO_DATE:
            return year_to(_shifted(self.last, months=-12))
        if self.sort == WEEK:
            year, week, _day = self.first.isocalendar()
            return _week(year - 1, week)
        return Period(_same_day(self.first), _same_day(self.last), self.sort)


def last_month(today: date) -> Period:
    """The last one that is over: what a monthly report is about on most days."""
    return period_named(f"{today.replace(day=1) - timedelta(days=1):%Y-%m}")


def period_named(text: str) -> Period:
    """The period of that name. Raises BadPeriod with a sentence that says what can be written."""
    for pattern, made in _READ.items():
        if found := pattern.fullmatch(text.strip()):
            try:
                return _within_reach(made(*found.groups()))
            except BadPeriod:
                raise
            except (ValueError, OverflowError):
                break
    raise BadPeriod(_(NO_PERIOD).format(text=text))


def _within_reach(period: Period) -> Period:
    """Years of which a ledger can tell something, so that the year before is one too."""
    if not (period.first.year in YEARS and period.last.year in YEARS):
        raise ValueError(period)
    return period


def month_of(day: date) -> Period:
    return _months(day, MONTH)


def month_to(day: date) -> Period:
    """The month to that day."""
    return Period(day.replace(day=1), day, TO_DATE)


def year_to(day: date) -> Period:
    """The year to that day."""
    return Period(date(day.year, 1, 1), day, YEAR_TO_DATE)


def _word_of(period: Period) -> str:
    """The msgid for its sort; of months, quarters and half-years each has its own."""
    if words := COUNTED.get(period.sort):
        return words[(period.first.month - 1) // MONTHS[period.sort]]
    return WORDS[period.sort]


def _months(day: date, sort: str) -> Period:
    """The month, quarter, half-year or year in which the day lies."""
    count = MONTHS[sort]
    first = date(day.year, (day.month - 1) // count * count + 1, 1)
    return Period(first, _end_of(_plus(first, months=count - 1)), sort)


def _week(year: int, week: int) -> Period:
    """That week, from Monday; of a year with 52 weeks its last one for the 53rd."""
    last = date(year, 12, 28).isocalendar().week
    if not 1 <= week <= 53:
        raise ValueError(week)
    first = date.fromisocalendar(year, min(week, last), 1)
    return Period(first, first + timedelta(days=6), WEEK)


def _written_week(year: str, week: str) -> Period:
    if date.fromisocalendar(int(year), int(week), 1).isocalendar().week != int(week):
        raise ValueError(week)
    return _week(int(year), int(week))


def _range(first: str, last: str) -> Period:
    found = Period(date.fromisoformat(first), date.fromisoformat(last), RANGE)
    if found.last < found.first:
        raise BadPeriod(_(BACKWARDS).format(text=f"{first}..{last}"))
    return found


def _plus(day: date, *, months: int) -> date:
    """The same day of another month, or its last one where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _shifted(day: date, *, months: int) -> date:
    """The like day of another month: from the last day of a month it is the last, so that whole meets whole."""
    there = _plus(day, months=months)
    return _end_of(there) if day == _end_of(day) and day.day > 1 else there


def _end_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _same_day(day: date) -> date:
    return _plus(day, months=-12)


_NAMES: Mapping[str, Callable[[Period], str]] = {
    DAY: lambda one: one.first.isoformat(),
    WEEK: lambda one: "{}-W{:02}".format(*one.first.isocalendar()[:2]),
    MONTH: lambda one: f"{one.first:%Y-%m}",
    QUARTER: lambda one: f"{one.first:%Y}-Q{(one.first.month + 2) // 3}",
    HALF: lambda one: f"{one.first:%Y}-H{(one.first.month + 5) // 6}",
    YEAR: lambda one: f"{one.first:%Y}",
    RANGE: lambda one: f"{one.first.isoformat()}..{one.last.isoformat()}",
    TO_DATE: lambda one: f"to:{one.last.isoformat()}",
    YEAR_TO_DATE: lambda one: f"year-to:{one.last.isoformat()}",
}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ON = r"(\d{4}-\d\d-\d\d)"
_WRITTEN: Mapping[str, Callable[..., Period]] = {
    _ON: lambda on: Period(date.fromisoformat(on), date.fromisoformat(on), DAY),
    r"(\d{4})-[Ww](\d\d)": _written_week,
    r"(\d{4})-(\d\d)": lambda year, month: _months(date(int(year), int(month), 1), MONTH),
    r"(\d{4})-[Qq]([1-4])": lambda year, quarter: _months(date(int(year), int(quarter) * 3, 1), QUARTER),
    r"(\d{4})-[Hh]([12])": lambda year, half: _months(date(int(year), int(half) * 6, 1), HALF),
    r"(\d{4})": lambda year: _months(date(int(year), 1, 1), YEAR),
    rf"{_ON}\.\.{_ON}": _range,
    f"to:{_ON}": lambda on: month_to(date.fromisoformat(on)),
    f"year-to:{_ON}": lambda on: year_to(date.fromisoformat(on)),
    r"(\d{4})年": lambda year: _months(date(int(year), 1, 1), YEAR),
    r"(\d{4})年(\d{1,2})月份?": lambda year, month: _months(date(int(year), int(month), 1), MONTH),
    r"(\d{4})年第?([一二三四1-4])季度": lambda year, at: _months(date(int(year), _QUARTERS[at] * 3, 1), QUARTER),
    r"(\d{4})年([上下])半年": lambda year, half: _months(date(int(year), 6 if half == "上" else 12, 1), HALF),
    r"(\d{4})年(\d{1,2})月(\d{1,2})日": lambda *on: Period(date(*map(int, on)), date(*map(int, on)), DAY),
}
"""As names are written, and as an office writes them by hand; a period is called by the first."""
_READ = {re.compile(pattern, re.ASCII): made for pattern, made in _WRITTEN.items()}
