"""One invented incident: what happened, where, from when to when, and who reported it."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from linli.demo import names
from linli.demo.cases.incident import Incident
from linli.demo.grids import grids
from linli.demo.phrases import draw
from linli.demo.present import ZONE
from linli.demo.towns import communities
from linli.demo.unitlist import UnitRow

SOURCES = ("police_110",) * 13 + ("window",) * 6 + ("round",)
SILENT = 0.1
DESK_OPENS = 7 * 60 + 20


@dataclass(frozen=True)
class Complainant:
    """Who reported it, in this case only."""

    name: str
    phone: str
    address: str


@dataclass(frozen=True)
class Happening:
    """All that is told of it when it is accepted; slots fill the braces of later texts."""

    category: str
    criminal: bool
    title: str
    story: str
    method: str
    place: str
    grid_code: str
    from_at: datetime
    until_at: datetime
    accepted_at: datetime
    loss: int | None
    source: str
    complainant: Complainant | None
    slots: Mapping[str, str]


def happen(incident: Incident, *, on: date, grid_code: str, town: UnitRow, chance: random.Random) -> Happening:
    """Let it happen in that cell, so that it is reported on that day."""
    community = community_of(grid_code)
    spot = f"{community.name}{chance.randint(1, 32)}{chance.choice(('号楼', '栋'))}"
    slots = {"place": community.name, "town": town.name, "spot": spot}
    first = chance.randrange(incident.hours[0] * 60, incident.hours[1] * 60 + 60, 5)
    last = first + chance.randrange(*incident.lasts, 5)
    told = max(last + chance.randint(20, 60), DESK_OPENS + chance.randint(0, 100))
    loss = chance.randrange(*incident.loss, 10) if incident.loss else None
    return Happening(
        category=incident.category,
        criminal=incident.criminal,
        title=draw(incident.title, chance=chance).format_map(slots),
        story=draw(incident.story, chance=chance).format_map(slots),
        method=draw(incident.method, chance=chance).format_map(slots),
        place=draw(incident.place, chance=chance).format_map(slots),
        grid_code=grid_code,
        from_at=_moment(on, minute=first),
        until_at=_moment(on, minute=last),
        accepted_at=_moment(on, minute=told),
        loss=loss,
        source=incident.source or chance.choice(SOURCES),
        complainant=_complainant(incident, community=community, town=town, chance=chance),
        slots=slots,
    )


def community_of(grid_code: str) -> UnitRow:
    parent = next(row.parent_code for row in grids() if row.code == grid_code)
    return next(row for row in communities() if row.code == parent)


def _moment(day: date, *, minute: int) -> datetime:
    return (datetime.combine(day, time(), tzinfo=ZONE) + timedelta(minutes=minute)).astimezone(UTC)


def _complainant(incident: Incident, *, community: UnitRow, town: UnitRow, chance: random.Random) -> Complainant | None:
    if incident.by == "nobody" or chance.random() < SILENT:
        return None
    if incident.by == "person":
        where = names.address(chance, community=community.name)
        return Complainant(names.person(chance, avoiding=set()), names.telephone(chance), where)
    firm = names.firm(chance, sort=incident.by, community=community.name, town=town.name)
    return Complainant(firm, names.telephone(chance), community.name)
