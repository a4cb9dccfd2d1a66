"""Moments for an invented dispute: office hours on working days, in order, never later than the county's today."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = (8 * 60 + 40, 11 * 60 + 30)
AFTERNOON = (14 * 60, 16 * 60 + 40)
OPENS = 8 * 60 + 35
OPEN_FOR_A_WHILE = 9 * 60 + 30
TIME_TO_WRITE = 45
OUT_OF_HOURS = (18 * 60 + 20, 21 * 60 + 30)


class OutOfTime(Exception):
    """The next step would lie in the future: the dispute stands where it stands."""


@dataclass(frozen=True)
class Present:
    """The moment up to which the county is told, and which days are worked."""

    at: datetime
    is_workday: Callable[[date], bool]

    @property
    def today(self) -> date:
        return self.at.astimezone(ZONE).date()

    @property
    def midnight(self) -> datetime:
        """When today began."""
        return datetime.combine(self.today, time(), tzinfo=ZONE)

    @property
    def minute(self) -> int:
        """How many minutes of today are gone."""
        return (self.at - self.midnight) // timedelta(minutes=1)

    @property
    def newest(self) -> date:
        """Today once the office has been open for a while; before that the last working day."""
        return self.today if self.is_workday(self.today) and self.minute >= OPEN_FOR_A_WHILE else self.workdays(-1)

    def workdays(self, count: int) -> date:
        """The day so many working days ahead of today, or behind it."""
        day, step = self.today, timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day


class Diary:
    """A pointer that only moves forward from the opening, up to its end."""

    def __init__(self, opened_at: datetime, *, present: Present, end: datetime, chance: random.Random) -> None:
        self.at = opened_at
        self.opened_at = opened_at
        self.present = present
        self.today = present.today
        self.end = end
        self.chance = chance
        self.is_workday = present.is_workday
        self.pressed = True

    def soon(self, low: int, high: int) -> datetime:
        """Some minutes later, whatever the hour."""
        return self._move(self.at + timedelta(minutes=self.chance.randint(low, high)))

    def later(self, low: int, high: int) -> datetime:
        """Some days later in office hours; when pressed, sooner rather than never."""
        days = self.chance.randint(low, high)
        there = self._office(self.on + timedelta(days=days))
        while self.pressed and there >= self.end and days > 0:
            days -= 1
            there = self._office(self.on + timedelta(days=days))
        return self.soon(15, 40) if self.pressed and there >= self.end else self._move(there)

    def by(self, day: date) -> datetime:
        """On the day or a working day shortly before it."""
        there = day - timedelta(days=self.chance.randint(0, 2))
        while not self.is_workday(there) and there > self.on:
            there -= timedelta(days=1)
        return self._move(self._office(max(there, self.on)))

    def ago(self, low: int, high: int) -> datetime:
        """So many days before today or a working day shortly before, if that still lies ahead of the pointer."""
        day = self.today - timedelta(days=self.chance.randint(low, high))
        while not self.is_workday(day):
            day -= timedelta(days=1)
        there = self._office(day)
        return self._move(there) if there > self.at else self.soon(15, 40)

    def workdays_ago(self, count: int) -> datetime:
        """So many working days before today, in office hours."""
        there = self._office(self.present.workdays(-count))
        return self._move(there) if there > self.at else self.soon(15, 40)

    def after_opening(self, low: int, high: int) -> datetime:
        """So many days after the opening, in office hours."""
        there = self._office(self.opened_on + timedelta(days=self.chance.randint(low, high)))
        return self._move(there) if there > self.at else self.soon(15, 40)

    @property
    def on(self) -> date:
        """The day of the pointer."""
        return self.at.astimezone(ZONE).date()

    @property
    def opened_on(self) -> date:
        """The day of the opening."""
        return self.opened_at.astimezone(ZONE).date()

    def _move(self, there: datetime) -> datetime:
        if there >= self.end:
            raise OutOfTime
        self.at = there.astimezone(UTC)
        return self.at

    def _office(self, day: date) -> datetime:
        while not self.is_workday(day):
            day += timedelta(days=1)
        there = office_moment(day, chance=self.chance)
        return there if there > self.at else self.at + timedelta(minutes=self.chance.randint(25, 90))


def office_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute of the morning or the afternoon."""
    return _moment(day, span=chance.choice((MORNING, AFTERNOON)), chance=chance)


def newest_moment(present: Present, *, chance: random.Random) -> datetime:
    """A minute of this morning that is gone already, or of the afternoon before."""
    span = AFTERNOON
    if present.newest == present.today:
        span = OPENS, min(MORNING[1], present.minute - TIME_TO_WRITE)
    return _moment(present.newest, span=span, chance=chance)


def evening_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute after office hours."""
    return _moment(day, span=OUT_OF_HOURS, chance=chance)


def _moment(day: date, *, span: tuple[int, int], chance: random.Random) -> datetime:
    minute = chance.randint(*span)
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE).astimezone(UTC)
