"""Which of some reports may be one told again: near in place and time, alike in words; never by who told it. Pure.

Where no distance is known, the names in the words of the place are laid beside each other instead.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from heapq import nsmallest
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from linli.ground.text import msg, without_numbers
from linli.likeness.distances import Grid
from linli.likeness.measure import metres_between
from linli.likeness.method import Pool, pool
from linli.likeness.place_names import houses_in_common, in_common, names_in
from linli.likeness.why import Reason

METRES, DAYS = 500.0, timedelta(days=30)
"""Ours: farther apart in place or time, nobody takes two reports for one."""
SIBLING, SIBLING_ALIKE = 0.6, 0.1
"""What likeness is worth where the category is only a sibling, and how much of it there has to be."""
ALIKE = 0.2
"""From how like a story its words are a reason."""
READ = 600
"""Characters of each story that are compared: what it is about stands in its beginning."""
COMPARED = 40
"""Of how many the rare words are weighed: those whose characters come most nearly in the same order."""
UNSAID = 0
"""The matter of a report that is only being typed."""

Spot = tuple[float, float]


class Report(NamedTuple):
    """What was told of one matter, as far as it may be compared: what, when, where and in which words."""

    matter: int
    category: str
    at: datetime
    cell: int | None = None
    point: Spot | None = None
    text: str = ""
    place: str = ""
    """Where it is, in words."""


class Nearness(NamedTuple):
    """How near a report is: in metres, or else the names of the place that both have, and its houses."""

    metres: float = METRES
    words: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()


class Same(NamedTuple):
    """A report that may be the asked one told before, or again: how like it is, and how near to it."""

    report: Report
    alike: float
    near: Nearness


def ranked(asked: Report, others: Iterable[Report], *, grid: Grid, most: int) -> list[Same]:
    """The likeliest first, whatever order they come in; none that is too far in place or time."""
    close = _near(asked, [one for one in others if abs(one.at - asked.at) <= DAYS], grid=grid)
    chosen = _likely(asked, close)
    read = pool({one.matter: told(one) for one in (asked, *chosen)})
    found = (Same(one, _alike(asked, one, read=read), close[one]) for one in chosen)
    fit = (same for same in found if same.report.category == asked.category or same.alike >= SIBLING_ALIKE)
    return sorted(fit, key=lambda same: _likeliest(asked, same))[:most]


def reasons(asked: Report, same: Same) -> tuple[Reason, ...]:
    """What speaks for it, in the order people ask: what, where, when, in which words."""
    alike = (Reason(msg("told in like words"), {}),) if same.alike >= ALIKE else ()
    return (*what_and_where(asked, same), _when(asked, same.report), *alike)


def what_and_where(asked: Report, same: Same) -> tuple[Reason, ...]:
    """What speaks for it without its day and its words, which are nobody's business but the desk's."""
    own = same.report.category == asked.category
    what = Reason(msg("same category") if own else msg("categories of the same group"), {})
    return what, _where(asked, same)


def apart(one: Report, other: Report, *, grid: Grid) -> float | None:
    """Metres between the points, or the middles of the cells where a point is missing; None where a place is unknown.

    Within one cell of which no more is known they are not apart.
    """
    if one.cell is not None and one.cell == other.cell and not (one.point and other.point):
        return 0.0
    here, there = spot(one, grid=grid), spot(other, grid=grid)
    return metres_between(*here, *there) if here and there else None


def spot(one: Report, *, grid: Grid) -> Spot | None:
    """Where it is: its point, else the middle of its cell."""
    if one.point is not None:
        return one.point
    middle = grid.middles.get(one.cell or 0)
    return (middle.lon, middle.lat) if middle else None


def is_placed(one: Report, *, grid: Grid) -> bool:
    """Whether anything is known of where it is, be it a name only; 小区门口 is said everywhere."""
    return spot(one, grid=grid) is not None or bool(names_in(one.place).said)


def likeness(asked: Report, same: Same) -> tuple[float, float]:
    """By the words, then the nearer; the least is the likest."""
    worth = same.alike if same.report.category == asked.category else same.alike * SIBLING
    return -worth, same.near.metres


def told(one: Report) -> str:
    return without_numbers(one.text[:READ])


def _near(asked: Report, others: Iterable[Report], *, grid: Grid) -> dict[Report, Nearness]:
    """Those near enough: by the distance where both places are known, by their words where one is not."""
    offs = {one: apart(asked, one, grid=grid) for one in others}
    close = {one: Nearness(metres) for one, metres in offs.items() if metres is not None and metres <= METRES}
    named = names_in(asked.place)
    words = {one: in_common(named, names_in(one.place)) for one, metres in offs.items() if metres is None}
    named_alike = ((one, common, houses_in_common(asked.place, one.place)) for one, common in words.items() if common)
    return close | {one: Nearness(words=common, houses=houses) for one, common, houses in named_alike}


def _likely(asked: Report, close: Mapping[Report, Nearness]) -> Collection[Report]:
    """All where there are few: weighing rare words costs sixty times what the order of characters does."""
    if len(close) <= COMPARED:
        return close.keys()
    words = told(asked)
    scored = ((-ratio(words, told(one)), near.metres, one.matter, one) for one, near in close.items())
    return [one for *_score, one in nsmallest(COMPARED, scored, key=lambda row: row[:3])]


def _alike(asked: Report, one: Report, *, read: Pool) -> float:
    """Rounded, because sums of the same numbers in another order may differ in the last place."""
    return round(read.alike(asked.matter, one.matter), 6)


def _likeliest(asked: Report, same: Same) -> tuple[float, float, timedelta, int]:
    """By the words, then the nearer, then the nearer in time, then the older matter."""
    return *likeness(asked, same), abs(same.report.at - asked.at), same.report.matter


def _where(asked: Report, same: Same) -> Reason:
    one, near = same.report, same.near
    if near.words:
        return Reason(msg("words of the place in common: {words}"), {"words": "、".join(near.words + near.houses)})
    if one.cell is not None and one.cell == asked.cell and not (one.point and asked.point):
        return Reason(msg("in the same grid"), {})
    return Reason(msg("about {metres} m apart"), {"metres": max(10, round(near.metres / 10) * 10)})


def _when(asked: Report, one: Report) -> Reason:
    days = round((asked.at - one.at) / timedelta(days=1))
    if abs(days) < 2:
        return Reason(msg("within a day of each other"), {})
    if asked.matter == UNSAID:
        return Reason(msg("{days} days ago"), {"days": days})
    return Reason(msg("{days} days earlier") if days > 0 else msg("{days} days later"), {"days": abs(days)})
