"""Series planted among the cases: one that an officer has linked, and others that are still to be found."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from linli.demo.cases.case import Case
from linli.demo.cases.courses import not_yet
from linli.demo.cases.docket import Docket
from linli.demo.cases.happening import Happening, happen
from linli.demo.cases.incident import incident_of
from linli.demo.cases.neighbours import distance, nearest
from linli.demo.cases.station import Station, station_of
from linli.demo.diary import Diary, OutOfTime
from linli.demo.grids import grids
from linli.demo.present import Present, weekday
from linli.demo.shelf import HERE, texts

SEED = 990001
NEWEST, BETWEEN = 5, (7, 10)
"""How many days ago the last of them came in, and how many days lie between two of them."""
CELLS, GROUPS = 4, 6
FIRST_SERIAL = 801
LINKED = "shutter"
TOLD = {"title": "titles", "story": "stories", "method": "methods", "place": "places"}


def planted(at: datetime, *, is_workday: Callable[[date], bool] = weekday) -> dict[str, tuple[Case, ...]]:
    """Each series by its name, the oldest case first; only the cases of LINKED know of each other."""
    present = Present(at, is_workday)
    rows = texts(HERE / "cases" / "series.toml")
    return {name: tuple(_series(name, row, present=present)) for name, row in rows.items()}


def _series(name: str, row: dict[str, Any], *, present: Present) -> Iterator[Case]:
    chance = random.Random(f"{SEED} series {name} {present.today}")
    station = station_of(row["town"])
    around = _neighbours(station, chance=chance)
    first = ""
    for place, day in enumerate(_days(len(row["titles"]), today=present.today, chance=chance)):
        told = {one: row[many][place] for one, many in TOLD.items()}
        incident = incident_of({**row, **told})
        code = around[place % len(around)]
        happening = happen(incident, on=day, grid_code=code, town=station.town, chance=chance)
        own = random.Random(f"{SEED} series {name} {present.today} {place}")
        docket = _docket(happening, station=station, serial=FIRST_SERIAL + place, present=present, chance=own)
        with suppress(OutOfTime):
            not_yet(docket)
            _link(docket, first, why=row.get("linked", ""))
        first = first or happening.title
        yield _case(happening, docket, series=name)


def _docket(happening: Happening, *, station: Station, serial: int, present: Present, chance: random.Random) -> Docket:
    diary = Diary(happening.accepted_at, present=present, end=present.midnight, chance=chance)
    slots = {**happening.slots, "serial": str(serial), "year": str(diary.on.year)}
    return Docket(slots, station=station, officer=station.officers[0], diary=diary, chance=chance)


def _link(docket: Docket, first: str, *, why: str) -> None:
    """The officer links it with the first one, once there is one."""
    if first and why:
        docket.diary.workdays_ago(2)
        docket.officer_says("link_series", other=first, why=why)


def _case(happening: Happening, docket: Docket, *, series: str) -> Case:
    return Case(
        happening=happening,
        unit_code=docket.station.unit.code,
        opened_at=happening.accepted_at,
        opened_by=docket.officer,
        course="planted",
        steps=tuple(docket.steps),
        series=series,
    )


def _days(count: int, *, today: date, chance: random.Random) -> list[date]:
    """The oldest first, some days apart."""
    days = [today - timedelta(days=NEWEST)]
    while len(days) < count:
        days.append(days[-1] - timedelta(days=chance.randint(*BETWEEN)))
    return days[::-1]


def _neighbours(station: Station, *, chance: random.Random) -> list[str]:
    """A few cells close to each other: of some groups the closest."""
    codes = [row.code for row in grids() if row.code[:9] == station.town.code[:9]]
    groups = [nearest(code, count=CELLS) for code in chance.sample(codes, GROUPS)]
    return min(groups, key=lambda group: max(distance(here, there) for here in group for there in group))
