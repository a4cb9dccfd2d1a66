"""All the requests of the invented county, planned to the minute for any given today."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from linli.demo.diary import Diary, OutOfTime
from linli.demo.hours import evening_moment, newest_moment, office_moment
from linli.demo.order import STREET
from linli.demo.present import Present, weekday
from linli.demo.requests.asked import AT_COUNTER, Asked, ask
from linli.demo.requests.clusters import ANSWERED_ALONG, FOLLOWERS, clusters
from linli.demo.requests.errand import Errand
from linli.demo.requests.office import office_of
from linli.demo.requests.path import Path
from linli.demo.requests.paths import IN_ALL, OVER, SETTLED
from linli.demo.requests.paths_today import TODAY
from linli.demo.requests.request import COUNTER, Request
from linli.demo.towns import towns
from linli.demo.unitlist import UnitRow

SEED = 990001
AFTER_HOURS = 0.4
CLUSTERED = 1 + FOLLOWERS + 1 + ANSWERED_ALONG + 2


def requests(at: datetime, *, is_workday: Callable[[date], bool] = weekday) -> list[Request]:
    """The 700 requests up to the given moment, in order of their opening."""
    present = Present(at, is_workday)
    chance = random.Random(f"{SEED} requests {present.today}")
    found = list(clusters(present))
    for serial, (path, town) in enumerate(_orders(chance), start=1):
        found.append(_request(path, town, serial=serial, present=present))
    return sorted(found, key=lambda each: (each.opened_at, each.key))


def _orders(chance: random.Random) -> Iterator[tuple[Path, UnitRow]]:
    """Which path is taken where; the rest of the 700 was settled elsewhere."""
    here = next(town for town in towns() if town.name == STREET)
    left = IN_ALL - CLUSTERED
    for path in (*OVER, *TODAY):
        yield from ((path, here) for _ in range(path.here))
        yield from ((path, _elsewhere(path, chance)) for _ in range(path.elsewhere))
        left -= path.here + path.elsewhere
    yield from ((SETTLED, _elsewhere(SETTLED, chance)) for _ in range(left))


def _elsewhere(path: Path, chance: random.Random) -> UnitRow:
    others = [town for town in towns() if town.name != STREET and not (path.only_streets and town.kind != "street")]
    return chance.choices(others, weights=[3 if town.kind == "street" else 1 for town in others])[0]


def _request(path: Path, town: UnitRow, *, serial: int, present: Present) -> Request:
    chance = random.Random(f"{SEED} request {present.today} {serial}")
    asked, office = ask(town, bent=path.bent, chance=chance), office_of(town)
    opened_at = _opened_at(path, asked, present=present, chance=chance)
    end = present.at if path.newest else present.midnight
    errand = Errand(
        asked, office=office, diary=Diary(opened_at, present=present, end=end, chance=chance), chance=chance
    )
    with suppress(OutOfTime):
        path.tell(errand)
    return Request(
        key=str(serial),
        asked=asked,
        unit_code=town.code,
        opened_at=opened_at,
        opened_by=COUNTER if asked.channel == AT_COUNTER else office.clerk,
        course=path.name,
        steps=tuple(errand.steps),
        sequels=tuple(errand.sequels),
    )


def _opened_at(path: Path, asked: Asked, *, present: Present, chance: random.Random) -> datetime:
    """Residents come to the counter at any hour; what stands where it stands today came in office hours."""
    if path.newest:
        return newest_moment(present, chance=chance)
    if path.workdays:
        return office_moment(present.workdays(-chance.randint(*path.workdays)), chance=chance)
    day = present.today - timedelta(days=chance.randint(*path.days))
    if asked.channel == AT_COUNTER and chance.random() < AFTER_HOURS:
        return evening_moment(day, chance=chance)
    while not present.is_workday(day):
        day -= timedelta(days=1)
    return office_moment(day, chance=chance)
