"""The duties of posts: what each unit, and each lead and officer in it, holds now. Staff by their duties, nobody else.

Ordered by the tree and by name, never by a figure: there are no rankings, and only like units stand side by side.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import Count, Min, Q, QuerySet
from django.http import Http404

from linli.colours.colour import Colour
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.lateness import late
from linli.matters.models import Duty, Matter
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD, UNIT
from linli.place.models import LEVELS, Unit

IN_PERSON = (LEADER, TEAM_LEAD, HOLDER)
"""The three levels of responsibility, from the leader to the officer."""


@dataclass(frozen=True)
class Figures:
    """How many open matters are held, of which colour, how many overdue, and since when the oldest is held."""

    holding: int = 0
    colours: tuple[tuple[str, int], ...] = tuple((colour.value, 0) for colour in Colour)
    overdue: int = 0
    oldest_at: datetime | None = None


@dataclass(frozen=True)
class PostLine:
    """What one user holds as one duty of one unit."""

    unit: int
    role: str
    user: int
    name: str
    figures: Figures


@dataclass(frozen=True)
class UnitLine:
    """A unit with all below it, and the duties in person of its own posts."""

    unit: Unit
    figures: Figures
    posts: tuple[PostLine, ...]


@dataclass(frozen=True)
class LikeUnits:
    """Units of one level and sort: the only ones that may be compared; `holding` is the denominator of shares."""

    level: int
    kind: str
    lines: tuple[UnitLine, ...]

    @property
    def holding(self) -> int:
        return sum(line.figures.holding for line in self.lines)


@dataclass(frozen=True)
class Behind:
    """Which figure is asked for: of a unit's subtree, or of one user in one duty of the unit."""

    unit: Unit
    role: str = UNIT
    user: int | None = None
    colour: str = ""
    overdue: bool = False


def board(who: Viewer, unit: Unit, *, at: datetime) -> tuple[LikeUnits, ...]:
    """The unit, then the units right below it. Raises Http404 when the unit is not theirs to see."""
    if access.posting_at(who, "see", unit) is None:
        raise Http404(unit.code)
    below = list(Unit.objects.filter(parent=unit, closed_on=None).order_by("level", "kind", "code"))
    of_units = _of_units(who, unit, at=at)
    of_posts = _of_posts(who, [unit, *below], at=at)
    lines = [UnitLine(one, of_units.get(one.pk, Figures()), tuple(of_posts.get(one.pk, ()))) for one in (unit, *below)]
    like = groupby(lines, key=lambda line: (line.unit.level, line.unit.kind))
    return tuple(LikeUnits(level, kind, tuple(mine)) for (level, kind), mine in like)


def behind(who: Viewer, asked: Behind, *, at: datetime) -> QuerySet[Matter]:
    """The matters that a figure of the board counts."""
    matters = access.visible(who).filter(closed_at=None)
    if asked.role == UNIT:
        matters = matters.filter(**{f"unit_{asked.unit.level}": asked.unit.pk})
    else:
        duties = Duty.objects.filter(role=asked.role, user=asked.user, unit=asked.unit, until_at=None)
        matters = matters.filter(pk__in=duties.values("matter_id"))
    if asked.colour:
        matters = matters.filter(colour=asked.colour)
    return matters.filter(late(at)) if asked.overdue else matters


def _of_units(who: Viewer, unit: Unit, *, at: datetime) -> dict[int, Figures]:
    """Of the unit and of each one below it: one question, by the column of the level below."""
    below = f"matter__unit_{min(unit.level + 1, LEVELS)}"
    open_here = access.visible(who).filter(**{f"unit_{unit.level}": unit.pk, "closed_at": None})
    duties = Duty.objects.filter(role=UNIT, until_at=None, matter__in=open_here)
    rows = list(duties.values(below).annotate(**_counted(at)))
    found = {row[below]: _figures(row) for row in rows if row[below]}
    return {**found, unit.pk: _sum([_figures(row) for row in rows])}


def _of_posts(who: Viewer, units: list[Unit], *, at: datetime) -> dict[int, list[PostLine]]:
    """What the posts of each unit hold in person, level by level of responsibility and by name."""
    open_ones = access.visible(who).filter(closed_at=None)
    duties = Duty.objects.filter(role__in=IN_PERSON, unit__in=units, until_at=None, matter__in=open_ones)
    named = duties.exclude(user=None).values("unit_id", "role", "user_id", "user__name")
    found: dict[int, list[PostLine]] = {}
    for row in sorted(named.annotate(**_counted(at)), key=_in_order):
        line = PostLine(row["unit_id"], row["role"], row["user_id"], row["user__name"], _figures(row))
        found.setdefault(line.unit, []).append(line)
    return found


def _in_order(row: Mapping[str, Any]) -> tuple[int, str, int]:
    return IN_PERSON.index(row["role"]), row["user__name"], row["user_id"]


def _counted(at: datetime) -> dict[str, Any]:
    colours = {colour.value: Count("pk", filter=Q(matter__colour=colour.value)) for colour in Colour}
    late_ones = Count("pk", filter=late(at, beside="matter__"))
    return {"holding": Count("pk"), "late": late_ones, "oldest_at": Min("from_at"), **colours}


def _figures(row: Mapping[str, Any]) -> Figures:
    colours = tuple((colour.value, row[colour.value]) for colour in Colour)
    return Figures(row["holding"], colours, row["late"], row["oldest_at"])


def _sum(parts: list[Figures]) -> Figures:
    return Figures(
        holding=sum(part.holding for part in parts),
        colours=tuple((colour.value, sum(dict(part.colours)[colour.value] for part in parts)) for colour in Colour),
        overdue=sum(part.overdue for part in parts),
        oldest_at=min((part.oldest_at for part in parts if part.oldest_at), default=None),
    )
