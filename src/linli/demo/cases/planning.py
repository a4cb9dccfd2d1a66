"""All the cases of the invented county, planned to the minute for any given today."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from linli.demo.cases.case import Case
from linli.demo.cases.docket import Docket
from linli.demo.cases.happening import Happening, happen
from linli.demo.cases.incident import Incident, incidents
from linli.demo.cases.orders import Order, orders
from linli.demo.cases.planted import planted
from linli.demo.cases.station import station_of
from linli.demo.diary import Diary, OutOfTime
from linli.demo.grids import grids
from linli.demo.hours import newest_moment
from linli.demo.present import Present, weekday

SEED = 990001
TRIES = 40


def cases(at: datetime, *, is_workday: Callable[[date], bool] = weekday) -> list[Case]:
    """The cases up to the given moment, the planted series among them, in order of their opening."""
    present = Present(at, is_workday)
    chance = random.Random(f"{SEED} cases {present.today}")
    series = planted(at, is_workday=is_workday)
    found = [case for group in series.values() for case in group]
    taken = {case.title for case in found}
    for serial, order in enumerate(orders(present, chance=chance), start=1):
        found.append(_case(order, present=present, serial=serial, taken=taken))
    return sorted(found, key=lambda case: case.opened_at)


def _case(order: Order, *, present: Present, serial: int, taken: set[str]) -> Case:
    chance = random.Random(f"{SEED} case {present.today} {serial}")
    happening = _happening(order, present=present, taken=taken, chance=chance)
    station = station_of(order.town.name)
    end = present.at if order.path.newest else present.midnight
    diary = Diary(happening.accepted_at, present=present, end=end, chance=chance)
    officer = order.officer or chance.choice(station.officers)
    slots = {**happening.slots, "serial": str(serial), "year": str(order.opened_on.year)}
    docket = Docket(slots, station=station, officer=officer, diary=diary, chance=chance)
    docket.criminal, docket.solved_on = happening.criminal, order.solved_on
    with suppress(OutOfTime):
        order.path.tell(docket)
    return Case(
        happening=happening,
        unit_code=station.unit.code,
        opened_at=happening.accepted_at,
        opened_by=chance.choice(station.officers),
        course=order.path.name,
        steps=tuple(docket.steps),
    )


def _happening(order: Order, *, present: Present, taken: set[str], chance: random.Random) -> Happening:
    """Something of which there is none of that title yet."""
    codes = [row.code for row in grids() if row.code[:9] == order.town.code[:9]]
    for _ in range(TRIES):
        incident, grid_code = _incident(order, chance=chance), chance.choice(codes)
        found = happen(incident, on=order.opened_on, grid_code=grid_code, town=order.town, chance=chance)
        if found.title not in taken:
            break
    taken.add(found.title)
    return replace(found, accepted_at=newest_moment(present, chance=chance)) if order.path.newest else found


def _incident(order: Order, *, chance: random.Random) -> Incident:
    fitting = [each for each in incidents() if order.path.fits(each)]
    return chance.choices(fitting, weights=[each.weight for each in fitting])[0]
