"""The tables of a meeting's papers: matters as they stood, and instructions with who, what and by when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.ground.clock import local
from linli.ground.text import msg
from linli.paper.letter import Table
from linli.reports.naming import Naming, colour_word, kind_word, stage_word
from linli.reports.rows import Group, Row
from linli.reports.sections import Found, Section

MATTERS = ("number", "title", "colour", "standing", "held", "due")
"""An upright page holds six columns beside the number of the row: two of them say two things."""
TURNED = "turned"
INSTRUCTIONS = ("number", "title", "told", "task", "due_by")
OF_SECTION: Mapping[str, tuple[str, ...]] = {
    TURNED: ("number", "title", "was", "colour", "held", "moment"),
    "long_held": ("number", "title", "colour", "standing", "held_by", "days"),
    "instructions": INSTRUCTIONS,
    "late": INSTRUCTIONS,
    "fulfilled": ("number", "title", "told", "task", "done_at"),
}
"""The columns of the sections that are not simply about matters."""


@dataclass(frozen=True)
class Saying:
    """What the cells of a table are said with."""

    naming: Naming
    zone: str

    def when(self, at: datetime | None) -> str:
        return f"{local(at, zone=self.zone):%Y-%m-%d %H:%M}" if at else "—"

    def user(self, pk: int | None) -> str:
        return self.naming.users.get(pk or 0, "—")

    def told(self, row: Row) -> str:
        unit = self.naming.units.get(row.told_unit or 0, "")
        return " ".join(part for part in (unit, self.user(row.user) if row.user else "") if part)

    def held(self, row: Row, *, user: int | None) -> str:
        """The unit, and below it who has it in hand."""
        unit = self.naming.units.get(row.unit, "—")
        return f"{unit}\n{self.user(user)}" if user else unit

    def task(self, row: Row) -> str:
        return self.naming.tasks.get((row.matter, row.seq)) or "—"

    def group(self, group: Group, *, by: str) -> str:
        """What the rows of a group share: the place or the category, by name where it still has one."""
        place = self.naming.cells.get(int(group.code)) if by == "cell" and group.code else None
        return place or self.naming.categories.get((group.kind, group.code)) or group.code or "—"


@dataclass(frozen=True)
class Column:
    """One column: its head, how wide it is beside the others, and how a row says it."""

    word: str
    width: float
    say: Callable[[Row, Saying], str]


COLUMNS: Mapping[str, Column] = {
    "number": Column(msg("Number"), 1.25, lambda row, say: row.number),
    "title": Column(msg("Title"), 2.0, lambda row, say: say.naming.seen.get(row.matter) or "—"),
    "colour": Column(msg("Colour"), 0.7, lambda row, say: colour_word(row.colour)),
    "was": Column(msg("Colour before"), 0.9, lambda row, say: _before(row)),
    "standing": Column(msg("Kind and stage"), 1.75, lambda row, say: f"{kind_word(row)}\n{stage_word(row)}"),
    "held": Column(msg("Unit and who"), 1.85, lambda row, say: say.held(row, user=row.holder)),
    "held_by": Column(msg("Unit and who"), 1.85, lambda row, say: say.held(row, user=row.user)),
    "due": Column(msg("Due"), 1.2, lambda row, say: say.when(row.due_at)),
    "moment": Column(msg("Turned at"), 1.4, lambda row, say: say.when(row.at)),
    "days": Column(msg("Days held"), 0.8, lambda row, say: str(row.days)),
    "told": Column(msg("Who is to do it"), 1.5, lambda row, say: say.told(row)),
    "task": Column(msg("Task"), 2.4, lambda row, say: say.task(row)),
    "due_by": Column(msg("By when"), 1.4, lambda row, say: say.when(row.at)),
    "done_at": Column(msg("Done at"), 1.4, lambda row, say: say.when(row.at)),
}
OPENED = msg("Newly opened")
"""Instead of the colour before, where there was none."""
ORDINAL = 0.6
"""The width of the column of row numbers."""


def tells_all(section: Section) -> bool:
    """Whether its table says about a matter what there is to say, so that another section need not say it again."""
    return section.name not in OF_SECTION


def by_number(section: Section) -> bool:
    """Whether a matter that was told in full above may be named here by its number alone."""
    return tells_all(section) or section.name == TURNED


def told_above(rows: Sequence[Row]) -> Table:
    """By their numbers, those that stand in full further up; where a section is about colours, by how they turned."""
    ways: dict[str, list[str]] = {}
    by_colour = any(row.was for row in rows)
    for row in rows:
        ways.setdefault(_turned(row) if by_colour else _("All"), []).append(row.number)
    told = tuple((way, str(len(numbers)), _(", ").join(numbers)) for way, numbers in ways.items())
    return Table((_("Told above"), _("Figure"), _("Numbers")), told, widths=(1.7, 0.8, 7.5), small=True)


def _turned(row: Row) -> str:
    return _("{before} → {now}").format(before=_before(row), now=colour_word(row.colour))


def _before(row: Row) -> str:
    return colour_word(row.was) if row.was else _(OPENED)


def section_table(found: Found, say: Saying) -> Table:
    """The rows of one section, with the columns that it is about."""
    return table(OF_SECTION.get(found.section.name, MATTERS), found.rows, say)


def table(names: Sequence[str], rows: Sequence[Row], say: Saying) -> Table:
    """Rows as a numbered table."""
    columns = [COLUMNS[name] for name in names]
    return Table(
        (_("No."), *(_(column.word) for column in columns)),
        tuple((str(place), *(column.say(row, say) for column in columns)) for place, row in enumerate(rows, 1)),
        widths=(ORDINAL, *(column.width for column in columns)),
        small=True,
    )
