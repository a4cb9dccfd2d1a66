"""Opening days, most of them working days."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from linli.demo.months import months_before, round_month
from linli.demo.paths.course import Course
from linli.demo.present import Present

MONTHS_TOLD = 14


class Days:
    """Opening days, most of them working days."""

    def __init__(self, present: Present, *, chance: random.Random) -> None:
        self.present, self.today, self.chance = present, present.today, chance
        self.is_workday = present.is_workday
        self.first = months_before(self.today, months=MONTHS_TOLD)
        self.round = round_month(self.today)

    def age(self, day: date) -> int:
        return (self.today - day).days

    def in_the_round(self) -> date:
        return self._workday(lambda: self.round[0] + timedelta(days=self.chance.randint(0, 30)))

    def ordinary(self) -> date:
        span = (self.today - self.first).days
        return self._workday(lambda: self._outside(self.first + timedelta(days=self.chance.randrange(span))))

    def aged(self, course: Course) -> date:
        """A day so many days ago; not in the month of the great round, whose number is fixed."""
        if course.newest:
            return self.present.newest
        day = self._outside(self.today - timedelta(days=self.chance.randint(*course.ages)))
        while not self.is_workday(day) and (course.origin == "court" or self.chance.random() < 0.9):
            day = self._outside(day - timedelta(days=1))
        return day

    def _outside(self, day: date) -> date:
        first, last = self.round
        return first - timedelta(days=self.chance.randint(1, 9)) if first <= day <= last else day

    def _workday(self, draw: Callable[[], date]) -> date:
        day = draw()
        while not self.is_workday(day) and self.chance.random() < 0.9:
            day = draw()
        return day
