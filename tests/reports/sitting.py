"""Small named acts around a meeting of Willow Street."""

from collections.abc import Iterable
from datetime import datetime

from linli.matters.access import Viewer
from linli.matters.command import Command, Scene, command
from linli.matters.facts import Dated
from linli.matters.instructing import instruct
from linli.matters.models import Matter
from linli.reports.meeting import convene, live
from linli.reports.models import Meeting
from linli.reports.rows import Row
from linli.reports.sections import Found
from linli.staff.models import User
from tests.pebble.facts import Carried
from tests.town import Town, pebble, said, viewing


@command("Ask for a decision", act="handle")
def ask_for_decision(scene: Scene) -> Carried:
    """A pebble has no such step: its mark is set by the fact that sets its limit."""
    mark = Dated("awaiting", scene.at, provisional=False, basis={})
    return Carried(user=scene.by.user_id, unit=scene.by.unit_id, limit=mark)


AWAITED: Command = ask_for_decision


def chen(town: Town, at: datetime) -> Viewer:
    """The leader of the street."""
    return viewing(town.chen, at=at)


def looked(town: Town, *, at: datetime, sort: str = "morning", since_at: datetime | None = None) -> dict[str, Found]:
    """The street's list as it stands, by the names of its sections."""
    found = live(sort, who=chen(town, at), unit=town.street, at=at, since_at=since_at)
    return {one.section.name: one for one in found}


def convened(town: Town, *, at: datetime, sort: str = "morning") -> Meeting:
    return convene(sort, who=chen(town, at), unit=town.street, at=at)


def told_to(matter: Matter, user: User, *, by: User, at: datetime, meeting: str = "") -> Matter:
    """An instruction to be carried out by the end of the same day."""
    return said(instruct, matter, by=by, at=at, user=user, what="把桥头围起来", by_on=at.date(), meeting=meeting)


def pebbles(town: Town, count: int, *, at: datetime) -> list[Matter]:
    return [pebble(town, at=at) for _time in range(count)]


def numbers(rows: Iterable[Row]) -> list[str]:
    return [row.number for row in rows]
