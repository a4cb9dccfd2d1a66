"""One question: where, which codes, from when to when, grouped by what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.matters.counts import CATEGORY
from linli.place.models import Unit
from linli.tally.behind import Behind, Codes
from linli.tally.defined import kind_of
from linli.tally.periods import month_of

BRANCH, UNIT, DAY, MONTH, KIND = "branch", "unit", "day", "month", "kind"
FACETS_OF: Mapping[int, tuple[str, ...]] = {
    1: ("", "colour", "origin", "result", "sort", "step", CATEGORY),
    2: ("", "colour", "origin", "result", "sort", "step"),
}
"""By which facets the units of a level have sheets; empty: all in one. Of hundreds of categories only at the top, and
below the streets of nothing: there the entries are few enough to be counted each time."""

Span = tuple[date, date]


@dataclass(frozen=True)
class Question:
    unit: Unit
    codes: Codes
    first: date
    last: date
    by: tuple[str, ...]

    def behind(self, measures: Iterable[str], *, span: Span | None = None, stock: bool = False) -> Behind:
        """The entries that the whole of it asks for, or those of a part of its days."""
        first, last = span or (self.first, self.last)
        return Behind(tuple(measures), self.unit.pk, first, last, codes=self.codes, stock=stock)

    def of(self, measures: Iterable[str]) -> tuple[str, ...]:
        """Those measures that are of a kind asked for."""
        wanted = dict(self.codes).get(KIND)
        return tuple(dict.fromkeys(name for name in measures if wanted is None or kind_of(name) in wanted))

    @property
    def facets(self) -> frozenset[str]:
        """All by which it is narrowed or grouped, but for the kind, which each measure tells, units and months."""
        named = {CATEGORY if name == BRANCH else name for name in (*self.by, *dict(self.codes))}
        return frozenset(named - {KIND, UNIT, MONTH})

    @property
    def on_sheets(self) -> bool:
        """Whether whole months of it stand on sheets: near the top, and looked at from one side at a time."""
        kept = FACETS_OF.get(self.unit.level + (UNIT in self.by), ())
        return "" in kept and len(self.facets) <= 1 and self.facets <= set(kept)

    def buckets(self) -> Iterator[Span]:
        """Its days or months, cut to it; the whole of it where it is grouped by neither."""
        day = self.first
        while day <= self.last:
            last = self._end_of_bucket(day)
            yield day, last
            day = last + timedelta(days=1)

    def _end_of_bucket(self, day: date) -> date:
        if DAY in self.by:
            return day
        return min(month_of(day).last, self.last) if MONTH in self.by else self.last


def parted(first: date, last: date) -> tuple[tuple[date, ...], tuple[Span, ...]]:
    """The first days of the whole months between the two, and the days left over at both ends."""
    begin = first if first.day == 1 else month_of(first).last + timedelta(days=1)
    months, day = list[date](), begin
    while month_of(day).last <= last:
        months.append(day)
        day = month_of(day).last + timedelta(days=1)
    if not months:
        return (), ((first, last),)
    ends = ((first, begin - timedelta(days=1)), (day, last))
    return tuple(months), tuple((start, end) for start, end in ends if start <= end)
