"""Which sheets there are: of units of which level, seen from which side, by day or by month, and of which measures."""

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from linli.matters.counts import CATEGORY, MEDIAN, P90
from linli.tally.defined import countings, every_version, kind_of

FACETS_OF: Mapping[int, tuple[str, ...]] = {
    1: ("", "colour", "origin", "result", "sort", "step", CATEGORY),
    2: ("", "colour", "origin", "result", "sort", "step"),
}
"""By which facets the units of a level have sheets; empty: all in one. Of hundreds of categories only at the top, and
below the streets of nothing: there the entries are few enough to be counted each time."""
PAIR = "+"
"""Between the names of two facets that are looked at together, of which only the very top has sheets."""
TOP = 1
TIMES = "value"
"""The side from which times are looked at, at the very top: how many lasted so many whole hours."""
HOUR = 60
CELL = "cell"
BY_CELL = ("opened", "closed", "turned_red")
"""The figures of each kind that are asked for cell by cell; of the whole county those alone have sheets."""


@cache
def sides(level: int, measure: str) -> tuple[str, ...]:
    """By which facets, one alone or two together, the units of a level have sheets of a measure."""
    if level != TOP:
        return FACETS_OF.get(level, ())
    pairs = (PAIR.join(sorted(pair)) for pair in countings()[kind_of(measure)].pairs)
    more = ((TIMES, timed()), (CELL, told_by_cell()))
    return (*FACETS_OF[TOP], *pairs, *(side for side, measures in more if measure in measures))


def facets_of(side: str) -> tuple[str, ...]:
    """The one or two facets of a side; none of that on which all stand together."""
    return tuple(side.split(PAIR)) if side else ()


def is_daily(level: int, side: str) -> bool:
    """Whether a sheet is kept by day and not by month: at the very top, where too many entries make a part of one."""
    return level == TOP and PAIR not in side and side not in (CATEGORY, TIMES, CELL)


def code_in_sql(facet: str) -> str:
    """In a statement, what an entry is called on a sheet of that facet."""
    return {TIMES: f"CAST({TIMES} / {HOUR} AS text)", CELL: f"COALESCE(CAST({CELL} AS text), '')"}.get(facet, facet)


def code_of(entry: Mapping[str, Any], facet: str) -> str:
    """The same of an entry at hand."""
    told = entry[facet]
    return str(told // HOUR) if facet == TIMES else "" if told is None else str(told)


def layout() -> dict[tuple[int, str], list[str]]:
    """Of every level the sides that its units have sheets of, with the measures that stand on them."""
    found: dict[tuple[int, str], list[str]] = {}
    for level in FACETS_OF:
        for measure in laid_measures():
            for side in sides(level, measure):
                found.setdefault((level, side), []).append(measure)
    return found


def laid_measures() -> list[str]:
    """All of them, in the order in which sheets are laid."""
    return sorted(name for counting in countings().values() for name in counting.measures)


@cache
def plan() -> str:
    """What the sheets tell apart; under another plan they are laid anew, and no matter is told again for it."""
    told = sorted({(level, side, kind_of(name)) for (level, side), names in layout().items() for name in names})
    return hashlib.sha256(repr((told, sorted(timed()), sorted(told_by_cell()), HOUR)).encode()).hexdigest()[:32]


@cache
def timed() -> frozenset[str]:
    """The measures of which the middle one is asked for."""
    return frozenset(name for one in every_version() if one.form in (MEDIAN, P90) for name in one.top)


@cache
def told_by_cell() -> frozenset[str]:
    names = {f"{kind}.{name}" for kind in countings() for name in BY_CELL}
    return frozenset(measure for one in every_version() if one.name in names for measure in (*one.top, *one.below))
