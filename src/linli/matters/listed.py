"""Matters as a list reads them: the few columns that a row shows and a page goes on from, no object for each row."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from linli.matters.models import Matter
from linli.place.models import label_of


class UnitNamed(NamedTuple):
    """The responsible unit, as far as a list says it."""

    name: str
    name_en: str

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)


class HolderNamed(NamedTuple):
    """Whoever has the matter in hand, as far as a list says it."""

    name: str


class Listed(NamedTuple):
    """One matter under the names that the matter itself has for it."""

    id: int
    number: str
    title: str
    kind: str
    category: str
    colour: str
    because: str
    stage: str
    clock: str
    opened_at: datetime
    due_at: datetime | None
    closed_at: datetime | None
    touched_at: datetime
    unit: UnitNamed
    holder: HolderNamed | None

    @property
    def pk(self) -> int:
        return self.id


OWN = Listed._fields[:-2]
BESIDE = ("unit__name", "unit__name_en", "holder__name")


def listed(rows: QuerySet[Matter]) -> list[Listed]:
    """Read the rows in the order that they have."""
    return read_listed(as_listed(rows))


def as_listed(rows: QuerySet[Matter]) -> QuerySet[Matter, tuple[Any, ...]]:
    """The question for those columns alone."""
    return rows.values_list(*OWN, *BESIDE)


def read_listed(rows: Iterable[tuple[Any, ...]]) -> list[Listed]:
    return [_listed(*row) for row in rows]


def _listed(*row: Any) -> Listed:
    own, (unit, unit_en, holder) = row[: len(OWN)], row[len(OWN) :]
    return Listed._make((*own, UnitNamed(unit, unit_en), None if holder is None else HolderNamed(holder)))
