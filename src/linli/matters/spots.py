"""A unit or a grid cell as somebody types it: by code, by name, or by a part of it that only one has."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from linli.matters.fitting import plain
from linli.place.models import Cell, Unit, label_of
from linli.place.tree import COLUMNS, Path
from linli.staff.posts import Held

SHORTEST = 2
"""Signs of a name that are enough to look for it by a part."""
LONGEST = 100
IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]\s*$")


class Spot(NamedTuple):
    """A unit, or a grid cell with the names of its unit."""

    code: str
    name: str
    name_en: str
    above: str
    above_en: str
    closed_on: date | None
    path: Path

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)

    @property
    def under(self) -> str:
        """What the one above it is called, where its own name does not say so already."""
        above = label_of(self.above, self.above_en)
        return "" if above in self.label else above

    @property
    def names(self) -> set[str]:
        return {plain(name) for name in (self.name, self.name_en) if name}


def meant(typed: str, spots: Iterable[Spot], *, posts: Sequence[Held] = ()) -> list[Spot]:
    """Those of that code in any case, else those called just so, else those with these words in their names; of several
    the only one of one's own ground."""
    word, code = plain(typed[:LONGEST]), plain(code_in(typed[:LONGEST]))
    parts, still = word.split(), sorted(spots, key=lambda spot: spot.closed_on is not None)
    coded = [spot for spot in still if plain(spot.code) == code]
    exact = coded or [spot for spot in still if word in spot.names]
    found = [spot for spot in exact if spot.closed_on is None] or exact
    if not found and len(word) >= SHORTEST:
        found = [spot for spot in still if spot.closed_on is None and _holds(spot, parts)]
    own = [spot for spot in found if any(spot.path[post.level - 1] == post.unit_id for post in posts)]
    return own if len(own) == 1 else [*own, *(spot for spot in found if spot not in own)]


def code_in(text: str) -> str:
    """The code at the end of a suggestion; what was typed otherwise stays."""
    found = IN_BRACKETS.search(text)
    return found[1].strip() if found else text.strip()


def unit_spots() -> list[Spot]:
    return _read(Unit.objects.order_by("level", "code").values_list(*_columns("")))


def cell_spots() -> list[Spot]:
    return _read(Cell.objects.order_by("code").values_list("code", *_columns("unit__")[1:]))


def _holds(spot: Spot, parts: Sequence[str]) -> bool:
    """Whether every word stands in its name, or in that of the one above it while one stands in its own."""
    own, above = " ".join(spot.names), plain(f"{spot.above} {spot.above_en}")
    return any(part in own for part in parts) and all(part in own or part in above for part in parts)


def _read(rows: Iterable[Any]) -> list[Spot]:
    return [Spot._make((*row[:6], tuple(row[6:]))) for row in rows]


def _columns(before: str) -> list[str]:
    named = ("code", "name", "name_en", "parent__name", "parent__name_en", "closed_on", *COLUMNS)
    return [f"{before}{one}" for one in named]
