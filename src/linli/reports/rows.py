"""What stands on a meeting's list: one row a matter or an instruction, in codes and ids, and how it is frozen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from linli.colours.colour import Colour
from linli.ground.chain import canonical

MATTER = (
    "pk",
    "number",
    "kind",
    "stage",
    "colour",
    "because",
    "category",
    "unit_id",
    "cell_id",
    "holder_id",
    "opened_at",
    "due_at",
)
BESIDE = tuple(f"matter__{name}" for name in MATTER)
"""The same columns, asked for from a table that stands beside the matters."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """A matter as it was at the moment; no title, no words: these may be erased and are looked up when shown."""

    matter: int
    number: str
    kind: str
    stage: str
    colour: str
    because: str
    category: str
    unit: int
    cell: int | None
    holder: int | None
    opened_at: datetime
    due_at: datetime | None
    seq: int = 0
    """The event that the row is about: an instruction, a return."""
    at: datetime | None = None
    """The moment that the row is about: called up, turned, returned, held since, instruction due or done."""
    was: str = ""
    """The colour before."""
    days: int = 0
    """For how many days it has been held."""
    user: int | None = None
    """Who was instructed, or did what was instructed."""
    told_unit: int | None = None
    """The unit that was instructed."""

    @property
    def urgency(self) -> tuple[int, bool, datetime, int, int]:
        """Most urgent first: by colour, then by what is due, those without a date last."""
        return Colour(self.colour).rank, self.due_at is None, self.due_at or self.opened_at, self.matter, self.seq


@dataclass(frozen=True)
class Group:
    """The rows of one section that share a code: a category, a cell."""

    code: str
    kind: str
    rows: tuple[Row, ...]

    @property
    def figure(self) -> int:
        return len(self.rows)


def row_of(columns: Sequence[Any], **more: Any) -> Row:
    """A row from the values of the matter's columns, in the order of MATTER."""
    pk, number, kind, stage, colour, because, category, unit, cell, holder, opened_at, due_at = columns
    return Row(
        matter=pk,
        number=number,
        kind=kind,
        stage=stage,
        colour=colour,
        because=because,
        category=category,
        unit=unit,
        cell=cell,
        holder=holder,
        opened_at=opened_at,
        due_at=due_at,
        **more,
    )


def urgent_first(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.urgency))


def grouped(rows: Iterable[Row], *, by: str) -> tuple[Group, ...]:
    """The rows by one of their codes, the largest group first; categories are told apart by their kind."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        code = getattr(row, by)
        found.setdefault(("" if code is None else str(code), row.kind if by == "category" else ""), []).append(row)
    groups = [Group(code, kind, tuple(mine)) for (code, kind), mine in found.items()]
    return tuple(sorted(groups, key=lambda group: (-group.figure, group.kind, group.code)))


def frozen(sections: Mapping[str, Sequence[Row]], **head: Any) -> str:
    """The list as canonical JSON, the sections in their order."""
    told = [{"section": name, "rows": msgspec.to_builtins(rows)} for name, rows in sections.items()]
    return canonical({**msgspec.to_builtins(head), "sections": told})


def thawed(text: str) -> dict[str, tuple[Row, ...]]:
    """The sections of a frozen list, exactly as they were."""
    return {told["section"]: msgspec.convert(told["rows"], tuple[Row, ...]) for told in _sections(text)}


def _sections(text: str) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = msgspec.json.decode(text)["sections"]
    return sections
