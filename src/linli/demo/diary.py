"""Moments for an invented dispute: office hours on working days, in order, never later than the county's today."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
MORNING = (8 * 60 + 40, 11 * 60 + 30)
AFTERNOON = (14 * 60, 16 * 60 + 40)
OUT_OF_HOURS = (18 * 60 + 20, 21 * 60 + 30)


class OutOfTime(Exception):
    """The next step would lie in the future: the dispute stands where it stands."""


class Diary:
    """A pointer that only moves forward from the opening."""

    def __init__(
        self, opened_at: datetime, *, today: date, chance: random.Random, is_workday: Callable[[date], bool]
    ) -> None:
        self.at = opened_at
        self.opened_at = opened_at
        self.today = today
        self.chance = chance
        self.is_workday = is_workday
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
        """So many days before today, in office hours, if that still lies ahead of the pointer."""
        there = self._office(self.today - timedelta(days=self.chance.randint(low, high)), last=self.today)
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

    @property
    def end(self) -> datetime:
        """Midnight, when today begins: nothing is told of today itself."""
        return datetime.combine(self.today, time(), tzinfo=ZONE)

    def _move(self, there: datetime) -> datetime:
        if there >= self.end:
            raise OutOfTime
        self.at = there.astimezone(UTC)
        return self.at

    def _office(self, day: date, *, last: date | None = None) -> datetime:
        while not self.is_workday(day) and day != last:
            day += timedelta(days=1)
        there = office_moment(day, chance=self.chance)
        return there if there > self.at else self.at + timedelta(minutes=self.chance.randint(25, 90))


def office_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute of the morning or the afternoon."""
    return _moment(day, span=chance.choice((MORNING, AFTERNOON)), chance=chance)


def evening_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute after office hours."""
    return _moment(day, span=OUT_OF_HOURS, chance=chance)


def _moment(day: date, *, span: tuple[int, int], chance: random.Random) -> datetime:
    minute = chance.randint(*span)
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE).astimezone(UTC)
