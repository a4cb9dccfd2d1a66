"""A pointer through the moments of an invented dispute, in order and never later than the county's today."""

import random
from datetime import UTC, date, datetime, timedelta

from linli.demo.hours import office_moment
from linli.demo.present import ZONE, Present


class OutOfTime(Exception):
    """The next step would lie in the future: the dispute stands where it stands."""


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

    def since(self, day: date) -> datetime:
        """On the day or the first working day after it, in office hours."""
        return self._move(self._office(max(day, self.on)))

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

    def to(self, there: datetime) -> datetime:
        """To that moment, if it still lies ahead of the pointer."""
        return self._move(there) if there > self.at else self.soon(5, 20)

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
