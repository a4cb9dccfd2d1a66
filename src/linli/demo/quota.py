"""How many disputes take which path and where: the figures the county is known for."""

import random
from collections.abc import Iterator
from itertools import cycle

from linli.demo.days import Days
from linli.demo.order import Order, other_street, other_town, settled_path, the_street
from linli.demo.paths.special import HANDED_OVER, SPECIAL
from linli.demo.paths.street import STREET_NEW, STREET_UNSETTLED, STREET_WATCHED
from linli.demo.present import Present

IN_ALL = 650
ROUND_IN_ALL, ROUND_ON_THE_STREET = 181, 96
STREET_ACCEPTED = 343
BUSIEST = "lin"


def orders(present: Present, *, chance: random.Random) -> list[Order]:
    """650 disputes in order of their opening."""
    calendar = Days(present, chance=chance)
    found = [*_round_month(calendar), *_street(calendar), *_elsewhere(calendar)]
    found += _settled_elsewhere(calendar, count=IN_ALL - len(found))
    return sorted(found, key=lambda order: (order.opened_on, order.town.code))


def _round_month(days: Days) -> Iterator[Order]:
    for place in range(ROUND_IN_ALL):
        town = the_street() if place < ROUND_ON_THE_STREET else other_town(days.chance)
        day = days.in_the_round()
        yield Order(day, town, settled_path(days, day=day))


def _street(days: Days) -> Iterator[Order]:
    """Every other one that is watched today is in the hands of one mediator."""
    hands = cycle((BUSIEST, ""))
    named = [(course, next(hands)) for course in (*STREET_UNSETTLED, *STREET_WATCHED) for _ in range(course.count)]
    for course, mediator in named:
        yield Order(days.aged(course), the_street(), course, mediator)
    for course in STREET_NEW:
        for _ in range(course.count):
            yield Order(days.aged(course), the_street(), course)
    for _ in range(STREET_ACCEPTED - ROUND_ON_THE_STREET - len(named)):
        day = days.ordinary()
        yield Order(day, the_street(), settled_path(days, day=day))


def _elsewhere(days: Days) -> Iterator[Order]:
    for course in SPECIAL:
        for _ in range(course.count):
            yield Order(days.aged(course), other_town(days.chance), course)
    for course in HANDED_OVER:
        for _ in range(course.count):
            yield Order(days.aged(course), other_street(days.chance), course)


def _settled_elsewhere(days: Days, *, count: int) -> Iterator[Order]:
    for _ in range(count):
        day = days.ordinary()
        yield Order(day, other_town(days.chance), settled_path(days, day=day))
