"""How many disputes take which path, how old they are, and where: the figures the county is known for."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from linli.demo.county import UnitRow, towns
from linli.demo.diary import Present
from linli.demo.paths import SETTLED, SPECIAL, STREET_NEW, STREET_UNSETTLED, STREET_WATCHED, Course

MONTHS_TOLD = 14
IN_ALL = 650
ROUND_MONTH = 5
ROUND_IN_ALL, ROUND_ON_THE_STREET = 181, 96
STREET = "拂柳街道"
STREET_ACCEPTED = 343
BUSIEST = "lin"


@dataclass(frozen=True)
class Order:
    """One dispute to be told."""

    opened_on: date
    town: UnitRow
    course: Course
    mediator: str = ""


def orders(present: Present, *, chance: random.Random) -> list[Order]:
    """650 disputes in order of their opening."""
    calendar = Days(present, chance=chance)
    found = [*_round_month(calendar), *_street(calendar), *_elsewhere(calendar)]
    found += _settled_elsewhere(calendar, count=IN_ALL - len(found))
    return sorted(found, key=lambda order: (order.opened_on, order.town.code))


def round_month(today: date) -> tuple[date, date]:
    """First and last day of the May of the great round: the latest that ended at least thirty days ago."""
    year = today.year if today > date(today.year, 6, 29) else today.year - 1
    return date(year, ROUND_MONTH, 1), date(year, ROUND_MONTH, 31)


class Days:
    """Opening days, most of them working days."""

    def __init__(self, present: Present, *, chance: random.Random) -> None:
        self.present, self.today, self.chance = present, present.today, chance
        self.is_workday = present.is_workday
        self.first = _months_before(self.today, months=MONTHS_TOLD)
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


def _round_month(days: Days) -> Iterator[Order]:
    for place in range(ROUND_IN_ALL):
        town = _the_street() if place < ROUND_ON_THE_STREET else _other_town(days.chance)
        day = days.in_the_round()
        yield Order(day, town, _settled(days, day=day))


def _street(days: Days) -> Iterator[Order]:
    """Every other one that is watched today is in the hands of one mediator."""
    hands = cycle((BUSIEST, ""))
    named = [(course, next(hands)) for course in (*STREET_UNSETTLED, *STREET_WATCHED) for _ in range(course.count)]
    for course, mediator in named:
        yield Order(days.aged(course), _the_street(), course, mediator)
    for course in STREET_NEW:
        for _ in range(course.count):
            yield Order(days.aged(course), _the_street(), course)
    for _ in range(STREET_ACCEPTED - ROUND_ON_THE_STREET - len(named)):
        day = days.ordinary()
        yield Order(day, _the_street(), _settled(days, day=day))


def _elsewhere(days: Days) -> Iterator[Order]:
    for course in SPECIAL:
        for _ in range(course.count):
            yield Order(days.aged(course), _other_town(days.chance), course)


def _settled_elsewhere(days: Days, *, count: int) -> Iterator[Order]:
    for _ in range(count):
        day = days.ordinary()
        yield Order(day, _other_town(days.chance), _settled(days, day=day))


def _settled(days: Days, *, day: date) -> Course:
    working = days.is_workday(day)
    suiting = [each for each in SETTLED if each.ages[0] <= days.age(day) and (working or each.origin != "court")]
    return days.chance.choices(suiting, weights=[each.count for each in suiting])[0]


def _the_street() -> UnitRow:
    return next(town for town in towns() if town.name == STREET)


def _other_town(chance: random.Random) -> UnitRow:
    others = [town for town in towns() if town.name != STREET]
    return chance.choices(others, weights=[2 if town.kind == "street" else 1 for town in others])[0]


def _months_before(day: date, *, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, min(day.day, 28))
