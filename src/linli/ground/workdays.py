"""The working calendar of one centre: which days count, when the office is open, how much working time has passed."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from linli.ground.clock import day_of, moment, utc
from linli.ground.text import msg

DAY = timedelta(days=1)
WORKING = msg("Working day")
MADE_UP = msg("Make-up working day")
WEEKEND = msg("Weekend")
HOLIDAY = msg("Public holiday")

Window: TypeAlias = tuple[datetime, datetime]


@dataclass(frozen=True)
class Calendar:
    """Holidays and make-up working days of the published years; elsewhere weekends are all that is known."""

    version: str
    zone: str
    holidays: frozenset[date]
    makeups: frozenset[date]
    published: frozenset[int]
    hours: tuple[tuple[time, time], ...] = ((time(8, 30), time(17, 30)),)

    def __post_init__(self) -> None:
        if self.holidays & self.makeups:
            raise ValueError("A day cannot be both a holiday and a make-up working day.")
        edges = [edge for window in self.hours for edge in window]
        if not edges or any(earlier >= later for earlier, later in pairwise(edges)):
            raise ValueError("Office hours are windows in the order of the day that do not touch.")

    def __hash__(self) -> int:
        return hash((self.version, self.zone))

    def is_workday(self, day: date) -> bool:
        """Whether the office works on this day."""
        return day in self.makeups or (day.weekday() < 5 and day not in self.holidays)

    @cached_property
    def off_week(self) -> tuple[Sequence[date], Sequence[date]]:
        """Where the office does not keep to the week, in order: weekdays off, and weekend days at work."""
        return (
            sorted(day for day in self.holidays if day.weekday() < 5),
            sorted(day for day in self.makeups if day.weekday() >= 5),
        )

    def is_published(self, day: date) -> bool:
        """Whether the holidays of the day's year are known and not merely assumed."""
        return day.year in self.published

    def nature(self, day: date) -> str:
        """What kind of day it is, as a msgid."""
        if self.is_workday(day):
            return MADE_UP if day in self.makeups else WORKING
        return HOLIDAY if day in self.holidays else WEEKEND

    def windows(self, day: date) -> Sequence[Window]:
        """The office hours of the day as moments; none when the office does not work."""
        if not self.is_workday(day):
            return []
        return [
            (moment(day, clock=opens, zone=self.zone), moment(day, clock=shuts, zone=self.zone))
            for opens, shuts in self.hours
        ]

    def closing(self, day: date) -> datetime:
        """When the office closes, or would close, on this day."""
        return moment(day, clock=self.hours[-1][1], zone=self.zone)


def working_time(from_at: datetime, until_at: datetime, *, calendar: Calendar) -> timedelta:
    """How long the office was open between two moments."""
    from_at, until_at = utc(from_at), utc(until_at)
    total, day, last = timedelta(0), day_of(from_at, zone=calendar.zone), day_of(until_at, zone=calendar.zone)
    while day <= last:
        for opens_at, shuts_at in calendar.windows(day):
            total += max(min(shuts_at, until_at) - max(opens_at, from_at), timedelta(0))
        day += DAY
    return total


def days_left(at: datetime, due_at: datetime, *, calendar: Calendar) -> int:
    """Working days after today up to the day it is due: 0 on that day, below 0 by the working days gone since."""
    today, last = day_of(at, zone=calendar.zone), day_of(due_at, zone=calendar.zone)
    days = workdays_between(min(today, last), until_on=max(today, last), calendar=calendar)
    return days if today <= last else -days


def workdays_between(after_on: date, *, until_on: date, calendar: Calendar) -> int:
    """Working days after the first day, up to and with the second: counted, not walked, so years cost no more."""
    exempt, added = calendar.off_week
    off, made_up = (bisect(days, until_on) - bisect(days, after_on) for days in (exempt, added))
    return _weekdays_until(until_on) - _weekdays_until(after_on) - off + made_up


def _weekdays_until(day: date) -> int:
    """Mondays to Fridays since the first day there is, which was a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)
