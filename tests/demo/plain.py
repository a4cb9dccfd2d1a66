"""What a list of rows holds, counted in plain Python over all entries read once: the other side of every figure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from linli.place.models import Unit
from linli.policy.models import Category
from linli.tally.behind import Behind
from linli.tally.defined import kinds_of
from linli.tally.models import Entry


class Seen(NamedTuple):
    """An entry as far as a list of rows looks at it."""

    on: date
    until: date | None
    unit: int
    kind: str
    measure: str
    category: str
    sort: str
    origin: str
    result: str
    step: str
    colour: str
    cell: str


@dataclass(frozen=True)
class Plain:
    """Entries by every unit above them and by measure, in the order of their days."""

    lines: Mapping[tuple[int, str], list[Seen]]
    below: Mapping[tuple[str, str], tuple[str, ...]]
    """(kind, category) -> the categories right below it."""

    @classmethod
    def read(cls) -> "Plain":
        above = dict(Unit.objects.values_list("pk", "parent"))
        lines: dict[tuple[int, str], list[Seen]] = {}
        for row in Entry.objects.order_by("on").values_list(*Seen._fields):
            *told, cell = row
            seen = Seen._make((*told, "" if cell is None else str(cell)))
            for unit in _upwards(seen.unit, above):
                lines.setdefault((unit, seen.measure), []).append(seen)
        below: dict[tuple[str, str], tuple[str, ...]] = {}
        for kind, code, parent in Category.objects.values_list("kind", "code", "parent__code"):
            below[kind, parent] = (*below.get((kind, parent), ()), code)
        return cls(lines, below)

    @property
    def units(self) -> frozenset[int]:
        """Those of which anything counts, there or below."""
        return frozenset(unit for unit, _measure in self.lines)

    def count(self, behind: Behind) -> int:
        """How many rows the list of a figure has."""
        wanted = [(facet, self._meant(facet, codes, behind.measures)) for facet, codes in behind.codes]
        return sum(
            all(getattr(one, facet) in codes for facet, codes in wanted)
            for measure in behind.measures
            for one in _dated(self.lines.get((behind.unit, measure), ()), behind)
            if not behind.here or one.unit == behind.unit
        )

    def _meant(self, facet: str, codes: Iterable[str], measures: tuple[str, ...]) -> frozenset[str]:
        if facet != "category":
            return frozenset(codes)
        return frozenset(found for kind in kinds_of(measures) for code in codes for found in self._branch(kind, code))

    def _branch(self, kind: str, code: str) -> Iterator[str]:
        if code.startswith("="):
            yield code[1:]
            return
        yield code
        for one in self.below.get((kind, code), ()):
            yield from self._branch(kind, one)


def _upwards(unit: int, above: Mapping[int, int | None]) -> Iterator[int]:
    one: int | None = unit
    while one:
        yield one
        one = above[one]


def _dated(line: Iterable[Seen], behind: Behind) -> Iterable[Seen]:
    known = list(line) if not isinstance(line, list) else line
    upto = bisect_right(known, behind.last, key=_on)
    if behind.stock:
        return [one for one in known[:upto] if one.until is not None and one.until > behind.last]
    return known[bisect_left(known, behind.first, key=_on) : upto]


def _on(one: Seen) -> date:
    return one.on


@lru_cache(maxsize=200_000)
def read(query: str) -> Behind:
    return Behind.read(query)
