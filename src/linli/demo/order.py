"""One dispute to be told: its day, its town, its path."""

import random
from dataclasses import dataclass
from datetime import date

from linli.demo.days import Days
from linli.demo.paths.course import Course
from linli.demo.paths.settled import SETTLED
from linli.demo.towns import towns
from linli.demo.unitlist import UnitRow

STREET = "拂柳街道"


@dataclass(frozen=True)
class Order:
    """One dispute to be told."""

    opened_on: date
    town: UnitRow
    course: Course
    mediator: str = ""


def settled_path(days: Days, *, day: date) -> Course:
    working = days.is_workday(day)
    suiting = [each for each in SETTLED if each.ages[0] <= days.age(day) and (working or each.origin != "court")]
    return days.chance.choices(suiting, weights=[each.count for each in suiting])[0]


def the_street() -> UnitRow:
    return next(town for town in towns() if town.name == STREET)


def other_street(chance: random.Random) -> UnitRow:
    return chance.choice([town for town in towns() if town.kind == "street" and town.name != STREET])


def other_town(chance: random.Random) -> UnitRow:
    others = [town for town in towns() if town.name != STREET]
    return chance.choices(others, weights=[2 if town.kind == "street" else 1 for town in others])[0]
