"""A meeting's list as the desk shows it: every row as it was, and beside it where its matter stands now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit
from linli.matters import access
from linli.matters.asking import Listing
from linli.matters.instructing import instruct
from linli.matters.kind import kind_named
from linli.matters.lateness import is_late
from linli.matters.models import Matter
from linli.matters.state import State
from linli.policy.calendar import calendar
from linli.reports.models import Meeting
from linli.reports.naming import Naming
from linli.reports.rows import Group, Row
from linli.reports.sections import Found
from linli.reports.tables import COLUMNS, MATTERS, OF_SECTION, Saying

OWN_WAY = frozenset({"number", "title", "colour", "was"})
"""The columns that the desk shows by links and chips instead of as text."""
MOST = 100
"""Rows of one section that a page shows before it is asked for all of them."""


@dataclass(frozen=True)
class Entry:
    """One row of a list: as it stood at the cut-off, and now where that is something else."""

    row: Row
    title: str
    """Empty where the matter is not the viewer's to see now."""
    url: str
    colour: Colour
    was: Colour | None
    cells: tuple[tuple[str, str, str], ...]
    """Column, its word, and the text."""
    late: bool
    now: Colour | None
    now_stage: str
    instruct: str
    """Where the viewer gives an instruction on it; empty where that is not lawful or not theirs."""


@dataclass(frozen=True)
class Part:
    """The rows of a section that share a category or a place; all of them where it is not told in groups."""

    word: str
    figure: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Sheet:
    """One section: how many there are, the columns it is about, and its rows."""

    name: str
    word: str
    figure: int
    columns: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    @property
    def left_out(self) -> int:
        return self.figure - sum(len(part.entries) for part in self.parts)

    @property
    def acts(self) -> bool:
        """Whether anything can be instructed from its rows."""
        return any(entry.instruct for part in self.parts for entry in part.entries)


@dataclass(frozen=True)
class Look:
    """One viewer's look at rows: the names behind them, and their matters as they stand now."""

    visit: Visit
    rows: tuple[Row, ...]
    meeting: Meeting | None = None
    """None while the list is live: then there is no other now, and nothing is instructed in it yet."""

    @cached_property
    def say(self) -> Saying:
        return Saying(Naming.of(self.rows, who=self.visit.who), zone=calendar().zone)

    @cached_property
    def now(self) -> dict[int, Matter]:
        """Those that the viewer may see now."""
        seen = access.visible(self.visit.who).filter(pk__in={row.matter for row in self.rows})
        return {one.pk: one for one in seen.select_related("standing")}

    @cached_property
    def instructable(self) -> frozenset[int]:
        """The matters on which the viewer may give an instruction and it is lawful now."""
        if self.meeting is None or self.meeting.closed_at:
            return frozenset()
        mine = access.among(self.visit.who, instruct.act, self.now.values())
        return frozenset(pk for pk in mine if not self._refusal(self.now[pk]))

    def _refusal(self, matter: Matter) -> str:
        state = State.read(matter.standing.state)
        return kind_named(matter.kind).refusal(instruct, state, user=self.visit.who.user.pk)

    def entry(self, row: Row, columns: Sequence[str]) -> Entry:
        now, meeting = self.now.get(row.matter), self.meeting
        moved = now if now and meeting and (now.colour, now.stage) != (row.colour, row.stage) else None
        at = meeting.cut_at if meeting else self.visit.at
        query = urlencode({"meeting": meeting.number}) if meeting and row.matter in self.instructable else ""
        return Entry(
            row=row,
            title=(now.title or _("(no title)")) if now else "",
            url=reverse("matter", args=(row.number,)) if now else "",
            colour=Colour(row.colour),
            was=Colour(row.was) if row.was else None,
            cells=tuple((name, _(COLUMNS[name].word), COLUMNS[name].say(row, self.say)) for name in columns),
            late=_is_late(row, at=at),
            now=Colour(moved.colour) if moved else None,
            now_stage=_(kind_named(moved.kind).stages[moved.stage].word) if moved else "",
            instruct=f"{reverse('act', args=(row.number, instruct.name))}?{query}" if query else "",
        )


def _is_late(row: Row, *, at: datetime) -> bool:
    return is_late(row.due_at, clock=kind_named(row.kind).stages[row.stage].clock, at=at)


def sheets(visit: Visit, sections: Iterable[Found], *, meeting: Meeting | None = None, whole: str = "") -> list[Sheet]:
    """Every section, the longest cut short unless the whole of it is asked for."""
    cut = [(found, _cut(found, most=None if found.section.name == whole else MOST)) for found in sections]
    look = Look(visit, tuple(row for _found, shares in cut for share in shares for row in share.rows), meeting)
    return [_sheet(found, shares, look) for found, shares in cut]


def listing_of(found: Found, *, unit: str, kinds: Sequence[str]) -> str:
    """The query of the desk's own list with the same rows; empty where no list shows them."""
    asked: dict[str, Any] = dict(found.section.listing)
    if not asked or len(kinds) > 1:
        return ""
    if "colour" in asked:
        asked["colour"] = (asked["colour"],)
    return Listing(unit=unit, kind="".join(kinds), **asked).query()


@dataclass(frozen=True)
class _Share:
    """The rows to show of one group, or of a section that has none, and how many it has."""

    group: Group | None
    rows: tuple[Row, ...]
    figure: int


def _cut(found: Found, *, most: int | None) -> list[_Share]:
    left = found.figure if most is None else most
    shares: list[_Share] = []
    parts: list[tuple[Group | None, tuple[Row, ...]]] = [(group, group.rows) for group in found.groups]
    for group, rows in parts or [(None, found.rows)]:
        shares.append(_Share(group, rows[:left], len(rows)))
        left -= len(shares[-1].rows)
    return shares


def _sheet(found: Found, shares: Iterable[_Share], look: Look) -> Sheet:
    section = found.section
    columns = [name for name in OF_SECTION.get(section.name, MATTERS) if name not in OWN_WAY]
    parts = [
        Part(
            word=look.say.group(share.group, by=section.by) if share.group else "",
            figure=share.figure,
            entries=tuple(look.entry(row, columns) for row in share.rows),
        )
        for share in shares
        if share.rows
    ]
    return Sheet(
        name=section.name,
        word=_(section.word),
        figure=found.figure,
        columns=tuple((name, _(COLUMNS[name].word)) for name in columns),
        parts=tuple(parts),
    )
