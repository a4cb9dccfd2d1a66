"""What the police do with a dispute that was handed to them, and the street with a case that is a dispute."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime

from linli.demo import material
from linli.demo.cases.case import Case, Sequel
from linli.demo.cases.docket import Docket
from linli.demo.cases.happening import community_of
from linli.demo.cases.station import Station, station_of
from linli.demo.diary import Diary, OutOfTime
from linli.demo.people import holding
from linli.demo.present import Present, weekday
from linli.demo.towns import towns

SEED = 990001
CATEGORIES = {"beating": "beating", "damage": "minor-damage"}
A_WHILE = 20
"""Days after which a case that was handed over is handled and closed."""


def sequels(
    plans: list[material.Plan], cases: list[Case], *, at: datetime, is_workday: Callable[[date], bool] = weekday
) -> Iterator[Sequel]:
    """One for each matter that goes on as another one."""
    present = Present(at, is_workday)
    for serial, plan in enumerate((each for each in plans if each.handed_over), start=701):
        yield _as_case(plan, serial=serial, present=present)
    for case in cases:
        if any(step.verb == "convert" for step in case.steps):
            yield _as_dispute(case, present=present)


def _as_case(plan: material.Plan, *, serial: int, present: Present) -> Sequel:
    converted = next(step for step in plan.steps if isinstance(step, material.Convert))
    station = station_of(_street(plan.unit_code))
    docket = _docket(plan.title, converted.at, station=station, serial=serial, present=present)
    with suppress(OutOfTime):
        told = {"to_unit": station.unit.code, "why": docket.say("handed", "to_station")}
        docket.add(docket.diary.soon(15, 60), converted.by, "hand_to", **told)
        docket.officer_says("classify", category=CATEGORIES[converted.sign])
        _work_on(docket)
    return Sequel(plan.title, "dispute", "case", tuple(docket.steps))


def _work_on(docket: Docket) -> None:
    docket.begin("solvable")
    docket.progress(first=True)
    if (docket.diary.today - docket.diary.opened_on).days > A_WHILE:
        docket.close_as("handled")


def _as_dispute(case: Case, *, present: Present) -> Sequel:
    """The street hands it to the community, where both sides are called first."""
    converted = next(step for step in case.steps if step.verb == "convert")
    station = station_of(_street(case.unit_code[:9]))
    docket = _docket(case.title, converted.at, station=station, serial=0, present=present)
    community = community_of(case.happening.grid_code)
    with suppress(OutOfTime):
        told = {"to_unit": community.code, "why": docket.say("handed", "to_community")}
        docket.add(docket.diary.later(0, 1), holding("lead", unit=station.town.name)[0], "hand_to", **told)
        clerk = holding("clerk", unit=station.town.name)[0]
        docket.add(docket.diary.soon(20, 60), clerk, "note", text=docket.say("handed", "phoned"), public=False)
    return Sequel(case.title, "case", "dispute", tuple(docket.steps))


def _docket(title: str, at: datetime, *, station: Station, serial: int, present: Present) -> Docket:
    chance = random.Random(f"{SEED} handed {present.today} {title}")
    diary = Diary(at, present=present, end=present.midnight, chance=chance)
    slots = {"serial": str(serial), "year": str(diary.on.year)}
    return Docket(slots, station=station, officer=station.officers[-1], diary=diary, chance=chance)


def _street(code: str) -> str:
    return next(town.name for town in towns() if town.code[:9] == code[:9])
