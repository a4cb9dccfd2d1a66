"""Figures made of sums: group by group, each with its printed text and the entries that it counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeVar

from linli.matters.counts import MEDIAN, P90, STOCK, SUM, Indicator
from linli.tally.behind import Behind
from linli.tally.defined import kinds_of
from linli.tally.grouping import Group, Grouping
from linli.tally.printing import text_of, value_of
from linli.tally.question import Question
from linli.tally.spreads import spreads
from linli.tally.sums import stocks, sums

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One figure: its counts, its value, how it is printed, and the entries behind it."""

    indicator: Indicator
    top: int
    """How many entries `behind` names."""
    below: int | None
    """How many `behind_below` names; None where it is no share."""
    value: int | Fraction | None
    """A number, a share from nought to one, minutes or fen; None where there was nothing to count."""
    text: str
    behind: Behind
    behind_below: Behind | None


@dataclass(frozen=True)
class Counted:
    """What was found, group by group: of each measure how many and how much, and of times every value."""

    happened: Mapping[Group, Mapping[str, tuple[int, int]]]
    standing: Mapping[Group, Mapping[str, tuple[int, int]]]
    spread: Mapping[Group, Mapping[str, Sequence[tuple[int, int]]]]

    def groups(self) -> list[Group]:
        return sorted({*self.happened, *self.standing, *self.spread})


class Told(Mapping[str, Figure]):
    """The figures of one group, each made when it is looked at: of many thousand groups a report may show a few."""

    def __init__(
        self,
        group: Group,
        made: Callable[[Group, Indicator], Figure],
        *,
        counted: Callable[[Group, Indicator], tuple[int, int]],
        known: Mapping[str, Indicator],
    ) -> None:
        self._group, self._made, self._counted, self._known = group, made, counted, known
        self._figures: dict[str, Figure] = {}

    def counts(self, name: str) -> tuple[int, int]:
        """How many the figure counts above the line and below it, without making it."""
        return self._counted(self._group, self._known[name])

    def __getitem__(self, name: str) -> Figure:
        if name not in self._figures:
            self._figures[name] = self._made(self._group, self._known[name])
        return self._figures[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def figures(indicators: Sequence[Indicator], question: Question) -> dict[Group, Mapping[str, Figure]]:
    """Every indicator in every group: one query for all that happened, one for what stood so, one for times."""
    grouping = Grouping.of(question, kinds=kinds_of(one.name for one in indicators))
    found = Counted(
        happened=_named(sums(question, _measures(indicators, lasting=False)), grouping, _added),
        standing=_named(stocks(question, _measures(indicators, lasting=True)), grouping, _added),
        spread=_named(spreads(question, _timed(indicators)), grouping, _joined),
    )
    groups = found.groups() if question.by else [()]
    known = {one.name: one for one in indicators}

    behind = {one.name: _behind(one, question) for one in indicators}

    def made(group: Group, one: Indicator) -> Figure:
        return _figure(one, group, found, behind=behind[one.name], grouping=grouping)

    def counted(group: Group, one: Indicator) -> tuple[int, int]:
        if one.form in (MEDIAN, P90):
            return made(group, one).top, 0
        told = (found.standing if one.form == STOCK else found.happened).get(group, {})
        return _count(told, one.top), _count(told, one.below)

    return {group: Told(group, made, counted=counted, known=known) for group in groups}


def how_many(told: Mapping[str, Figure], name: str) -> tuple[int, int]:
    """What a figure counts above the line and below it, without making it where it is not made yet."""
    if isinstance(told, Told):
        return told.counts(name)
    return told[name].top, told[name].below or 0


def _measures(indicators: Iterable[Indicator], *, lasting: bool) -> tuple[str, ...]:
    wanted = [one for one in indicators if (one.form == STOCK) == lasting and one.form not in (MEDIAN, P90)]
    return tuple(dict.fromkeys(name for one in wanted for name in (*one.top, *one.below)))


def _timed(indicators: Iterable[Indicator]) -> list[Indicator]:
    return [one for one in indicators if one.form in (MEDIAN, P90)]


def _named(
    found: Mapping[tuple[Any, ...], Mapping[str, T]], grouping: Grouping, join: Callable[[T, T], T]
) -> dict[Group, dict[str, T]]:
    """By the names of the groups; what comes into one branch is put together."""
    named: dict[Group, dict[str, T]] = {}
    for key, told in found.items():
        there = named.setdefault(grouping.name(key), {})
        for measure, value in told.items():
            there[measure] = join(there[measure], value) if measure in there else value
    return named


def _added(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return one[0] + other[0], one[1] + other[1]


def _joined(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [*one, *other]


def _behind(one: Indicator, question: Question) -> tuple[Behind, Behind | None]:
    """Of all groups together: above the line, and below it where there is one."""
    stock = one.form == STOCK
    return question.behind(one.top, stock=stock), question.behind(one.below, stock=stock) if one.below else None


def _figure(
    one: Indicator, group: Group, found: Counted, *, behind: tuple[Behind, Behind | None], grouping: Grouping
) -> Figure:
    spread = _spread(one, found.spread.get(group, {}))
    told = (found.standing if one.form == STOCK else found.happened).get(group, {})
    top = sum(many for _value, many in spread) if one.form in (MEDIAN, P90) else _count(told, one.top)
    below = _count(told, one.below) if one.below else None
    total = sum(told.get(name, (0, 0))[1] for name in one.top) if one.form == SUM else 0
    value = value_of(one, top=top, below=below, total=total, spread=spread)
    above, under = behind
    return Figure(
        indicator=one,
        top=top,
        below=below,
        value=value,
        text=text_of(one, below=below, top=top, value=value),
        behind=grouping.narrowed(above, group),
        behind_below=grouping.narrowed(under, group) if under else None,
    )


def _spread(one: Indicator, told: Mapping[str, Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    if one.form not in (MEDIAN, P90):
        return []
    return [pair for name in one.top for pair in told.get(name, ())]


def _count(told: Mapping[str, tuple[int, int]], measures: Sequence[str]) -> int:
    """Most figures count one measure, and of those a county has ten thousand in one report."""
    if len(measures) == 1:
        return told[measures[0]][0] if measures[0] in told else 0
    return sum(told[name][0] for name in measures if name in told)
