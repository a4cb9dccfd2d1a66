"""The tables of a meeting's papers: matters as they stood, and instructions with who, what and by when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.ground.clock import local
from linli.ground.text import msg
from linli.paper.letter import Table
from linli.reports.naming import Naming, colour_word, kind_word, stage_word
from linli.reports.rows import Row
from linli.reports.sections import Found

MATTERS = ("number", "title", "kind", "colour", "stage", "unit", "holder", "due")
INSTRUCTIONS = ("number", "title", "told", "task", "due_by")
OF_SECTION: Mapping[str, tuple[str, ...]] = {
    "turned": ("number", "title", "kind", "was", "colour", "unit", "holder", "moment"),
    "long_held": ("number", "title", "kind", "colour", "unit", "held_by", "days"),
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

    def task(self, row: Row) -> str:
        return self.naming.tasks.get((row.matter, row.seq)) or "—"


@dataclass(frozen=True)
class Column:
    """One column: its head, how wide it is beside the others, and how a row says it."""

    word: str
    width: float
    say: Callable[[Row, Saying], str]


COLUMNS: Mapping[str, Column] = {
    "number": Column(msg("Number"), 3, lambda row, say: row.number),
    "title": Column(msg("Title"), 5, lambda row, say: say.naming.seen.get(row.matter) or "—"),
    "kind": Column(msg("Kind"), 2, lambda row, say: kind_word(row)),
    "colour": Column(msg("Colour"), 1.5, lambda row, say: colour_word(row.colour)),
    "was": Column(msg("Colour before"), 1.5, lambda row, say: colour_word(row.was)),
    "stage": Column(msg("Stage"), 2.5, lambda row, say: stage_word(row)),
    "unit": Column(msg("Responsible unit"), 2.5, lambda row, say: say.naming.units.get(row.unit, "—")),
    "holder": Column(msg("In hand with"), 2, lambda row, say: say.user(row.holder)),
    "held_by": Column(msg("In hand with"), 2, lambda row, say: say.user(row.user)),
    "due": Column(msg("Due"), 3, lambda row, say: say.when(row.due_at)),
    "moment": Column(msg("Turned at"), 3, lambda row, say: say.when(row.at)),
    "days": Column(msg("Days held"), 1.5, lambda row, say: str(row.days)),
    "told": Column(msg("Who is to do it"), 3, lambda row, say: say.told(row)),
    "task": Column(msg("Task"), 5, lambda row, say: say.task(row)),
    "due_by": Column(msg("By when"), 3, lambda row, say: say.when(row.at)),
    "done_at": Column(msg("Done at"), 3, lambda row, say: say.when(row.at)),
}


def section_table(found: Found, say: Saying) -> Table:
    """The rows of one section, with the columns that it is about."""
    return table(OF_SECTION.get(found.section.name, MATTERS), found.rows, say)


def table(names: Sequence[str], rows: Sequence[Row], say: Saying) -> Table:
    """Rows as a numbered table."""
    columns = [COLUMNS[name] for name in names]
    return Table(
        (_("No."), *(_(column.word) for column in columns)),
        tuple((str(place), *(column.say(row, say) for column in columns)) for place, row in enumerate(rows, 1)),
        widths=(1, *(column.width for column in columns)),
    )
