"""How many cases take which course, where and when: the figures the county is known for."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from linli.demo.cases.figures import LONGEST, fixed, is_fixed
from linli.demo.cases.paths import CLOSED, OPEN, SOLVED, Path
from linli.demo.cases.station import policed
from linli.demo.present import Present
from linli.demo.unitlist import UnitRow

STREET, BUSIEST = "拂柳街道", "jian"
QUICKEST = 6


@dataclass(frozen=True)
class Order:
    """One case to be told."""

    opened_on: date
    town: UnitRow
    path: Path
    officer: str = ""
    solved_on: date | None = None


def orders(present: Present, *, chance: random.Random) -> list[Order]:
    """All but the planted ones, in the order of their days."""
    found = [*_counted(present, chance=chance), *_solved(present, chance=chance), *_others(present, chance=chance)]
    return sorted(found, key=lambda order: (order.opened_on, order.town.code))


def _counted(present: Present, *, chance: random.Random) -> Iterator[Order]:
    """Those by whose number the county is known."""
    for count, (first, last) in fixed(present.today):
        for _ in range(count):
            solved_on = first + timedelta(days=chance.randint(0, (last - first).days))
            yield _solved_at(solved_on, town=chance.choice(policed()), chance=chance)


def _solved(present: Present, *, chance: random.Random) -> Iterator[Order]:
    """Others that were solved, on days that change none of the fixed figures."""
    for town in _towns(SOLVED, chance=chance):
        solved_on = present.today
        while solved_on == present.today or is_fixed(solved_on, today=present.today):
            solved_on = present.today - timedelta(days=chance.randint(*SOLVED.ages))
        yield _solved_at(solved_on, town=town, chance=chance)


def _solved_at(day: date, *, town: UnitRow, chance: random.Random) -> Order:
    opened_on = day - timedelta(days=chance.randint(QUICKEST, LONGEST))
    return Order(opened_on, town, SOLVED, solved_on=day)


def _others(present: Present, *, chance: random.Random) -> Iterator[Order]:
    """On the street that visitors sign in to, every other one is in the hands of one officer."""
    hands = cycle((BUSIEST, ""))
    for path in (*OPEN, *CLOSED):
        for town in _towns(path, chance=chance):
            opened_on = present.today - timedelta(days=chance.randint(*path.ages))
            officer = next(hands) if town.name == STREET else ""
            yield Order(present.newest if path.newest else opened_on, town, path, officer)


def _towns(path: Path, *, chance: random.Random) -> Iterator[UnitRow]:
    here = next(town for town in policed() if town.name == STREET)
    others = [town for town in policed() if town != here]
    yield from [here] * path.here
    yield from (chance.choice(others) for _ in range(path.elsewhere))
