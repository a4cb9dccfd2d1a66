"""A month as it is printed: numbers and marks by unit and kind, and nothing of what the marks hide."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self, TypeAlias

from linli.ground.chain import canonical
from linli.opendata.network import ALL, Table
from linli.opendata.suppressing import Mark, marks

Shown: TypeAlias = int | Mark
OTHERS = "other"
"""In the place of a code: the offices and departments of the county, and what no street or town answers for."""


@dataclass(frozen=True)
class Place:
    """A unit under the name it had."""

    code: str
    name: str = ""
    name_en: str = ""


@dataclass(frozen=True)
class Printed:
    """The county first, then those below it; the kinds in their order, all of them together last."""

    places: tuple[Place, ...]
    kinds: tuple[str, ...]
    tables: Mapping[str, tuple[tuple[Shown, ...], ...]]
    """Measure -> a row for each place with a number or mark for each kind."""

    def frozen(self) -> str:
        places = [[place.code, place.name, place.name_en] for place in self.places]
        return canonical({"places": places, "kinds": self.kinds, "tables": self.tables})

    @classmethod
    def read(cls, frozen: str) -> Self:
        """What `frozen` wrote."""
        told = json.loads(frozen)
        tables = {
            measure: tuple(tuple(_shown(one) for one in row) for row in rows)
            for measure, rows in told["tables"].items()
        }
        return cls(tuple(Place(*place) for place in told["places"]), tuple(told["kinds"]), tables)


def printed(tables: Mapping[str, Table], places: Mapping[str, Place], *, under: int) -> Printed:
    """Each table by itself: nothing that is printed links one with another."""
    units = next(iter(tables.values())).units
    kinds = (*next(iter(tables.values())).kinds, ALL)
    return Printed(
        tuple(places[unit] for unit in units),
        kinds,
        {measure: _rows(table, kinds, under=under) for measure, table in tables.items()},
    )


def _rows(table: Table, kinds: tuple[str, ...], *, under: int) -> tuple[tuple[Shown, ...], ...]:
    hidden = marks(table, under=under)
    return tuple(tuple(hidden.get((unit, kind), table.values[unit, kind]) for kind in kinds) for unit in table.units)


def _shown(told: int | str) -> Shown:
    return told if isinstance(told, int) else Mark(told)
