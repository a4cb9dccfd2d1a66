"""One question: where, which codes, from when to when, grouped by what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from linli.matters.counts import CATEGORY
from linli.place.models import Unit
from linli.policy.book import Parents, parents_under
from linli.policy.stamp import stamp
from linli.tally.behind import Behind, Codes
from linli.tally.defined import kind_of
from linli.tally.laid import Laid
from linli.tally.layout import PAIR, is_daily, sides
from linli.tally.periods import month_of

BRANCH, UNIT, DAY, MONTH, KIND = "branch", "unit", "day", "month", "kind"
Span = tuple[date, date]


@dataclass(frozen=True)
class Question:
    unit: Unit
    codes: Codes
    first: date
    last: date
    by: tuple[str, ...]
    today: date = date.max
    """What stood so on an evening still to come nobody can know: of what lasts none is asked for after it."""
    laid: Laid = Laid()  # noqa: RUF009 a frozen value
    only: frozenset[tuple[str, ...]] = frozenset()
    """Of all its groups these alone, where any is named; grouped by codes, which the entries have."""
    known: Parents | None = None
    """Category -> the one above it, where whoever asks much at once has read it already."""

    @property
    def parents(self) -> Parents:
        return parents_under(stamp()) if self.known is None else self.known

    def behind(self, measures: Iterable[str], *, span: Span | None = None, stock: bool = False) -> Behind:
        """The entries that the whole of it asks for, or those of a part of its days."""
        first, last = span or (self.first, self.last)
        last = min(last, self.today) if stock else last
        return Behind(tuple(measures), self.unit.pk, first, last, codes=self.codes, stock=stock)

    def of(self, measures: Iterable[str]) -> tuple[str, ...]:
        """Those measures that are of a kind asked for."""
        wanted = dict(self.codes).get(KIND)
        return tuple(dict.fromkeys(name for name in measures if wanted is None or kind_of(name) in wanted))

    @property
    def facets(self) -> frozenset[str]:
        """All by which it is narrowed or grouped, but for the kind, which each measure tells, units and time."""
        named = {CATEGORY if name == BRANCH else name for name in (*self.by, *dict(self.codes))}
        return frozenset(named - {KIND, UNIT, MONTH, DAY})

    @property
    def level(self) -> int:
        """Of the units that it tells apart."""
        return self.unit.level + (UNIT in self.by)

    @property
    def side(self) -> str:
        """From which side it is looked at: no facet, one, or some together."""
        return PAIR.join(sorted(self.facets))

    def on_sheets(self, measures: Sequence[str]) -> bool:
        """Whether it stands on sheets for these measures: near the top, from a known side, and laid by now."""
        known = all(self.side in sides(self.level, measure) for measure in measures)
        return known and not self.only and self.laid.has_all_of(measures)

    @property
    def by_day(self) -> bool:
        """Whether those sheets tell days apart."""
        return is_daily(self.level, self.side)

    def parted(self, measures: Sequence[str]) -> tuple[Span | None, tuple[Span, ...]]:
        """The days whose sums stand on sheets, and those left over."""
        whole = (self.first, self.last)
        if not self.on_sheets(measures):
            return None, (whole,)
        if self.by_day:
            return whole, ()
        return (None, (whole,)) if DAY in self.by else parted(*whole)

    def up_to(self, day: date, *, measures: Sequence[str]) -> Span | None:
        """All days up to that one, where sheets tell them from those after it."""
        ends = self.by_day or day == month_of(day).last
        return (date.min, day) if ends and self.on_sheets(measures) else None

    @property
    def timeless(self) -> "Question":
        """The same, not grouped by day or month."""
        return replace(self, by=tuple(name for name in self.by if name not in (DAY, MONTH)))

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


def parted(first: date, last: date) -> tuple[Span | None, tuple[Span, ...]]:
    """The whole months between the two, and the days left over at both ends."""
    begin = first if first.day == 1 else month_of(first).last + timedelta(days=1)
    end = last if last == month_of(last).last else last.replace(day=1) - timedelta(days=1)
    if end < begin:
        return None, ((first, last),)
    ends = ((first, begin - timedelta(days=1)), (end + timedelta(days=1), last))
    return (begin, end), tuple((start, until) for start, until in ends if start <= until)
