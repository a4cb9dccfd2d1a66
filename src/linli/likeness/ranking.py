"""The order in which others are proposed: first by what costs nothing, then by the method, then by how they agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple

from linli.likeness.distances import Grid, near
from linli.likeness.imprint import Beside
from linli.likeness.measure import Parts, rough
from linli.likeness.method import Pool

READ = 100
"""Of how many the method is read."""
WEIGHED = 40
"""Of how many it is asked whether they agree with the leading ones."""
LEADING = 5
AGREEING = 2
LEAST, SAME, SHARED = 0.3, 1.0, 0.1
"""What is less like than this, or neither of the same category nor done alike, is not worth anybody's time."""


class Scored(NamedTuple):
    """A row and how like the asked one it is, on each side and in all."""

    parts: Parts
    row: Beside
    score: float


@dataclass(frozen=True)
class Weighing:
    """What rows are weighed with: the ground, and the methods that were read."""

    grid: Grid
    read: Pool

    def parts(self, one: Beside, other: Beside) -> Parts:
        nearness = near(self.grid.off(one.cell, other.cell))
        return rough(one, other, place=nearness)._replace(method=self.read.alike(one.matter, other.matter))


def likely(asked: Beside, rows: Iterable[Beside], *, around: Mapping[int, float]) -> list[Beside]:
    """Those whose method is worth reading."""
    scored = ((rough(asked, row, place=around.get(row.cell or 0, 0.0)).score, -row.matter, row) for row in rows)
    return [row for _score, _older, row in nlargest(READ, scored)]


def ranked(asked: Beside, rows: Iterable[Beside], *, by: Weighing) -> list[Scored]:
    """The likeliest first. A series holds together: who is like the leading ones as well moves up."""
    alone = [Scored(parts, row, parts.score) for row in rows for parts in (by.parts(asked, row),)]
    weighed = nlargest(WEIGHED, (one for one in alone if _worth(one)), key=_likeliest)
    leading = weighed[:LEADING]
    together = [one._replace(score=(one.score + _support(one, leading, by=by)) / 2) for one in weighed]
    return sorted(together, key=_likeliest, reverse=True)


def _worth(one: Scored) -> bool:
    return one.score >= LEAST and (one.parts.category >= SAME or one.parts.method >= SHARED)


def _support(one: Scored, leading: Iterable[Scored], *, by: Weighing) -> float:
    """How like it is to those of the leading ones that are most like it; its own likeness where there is no other."""
    others = (by.parts(one.row, lead.row).score for lead in leading if lead.row.matter != one.row.matter)
    agreeing = nlargest(AGREEING, others)
    return sum(agreeing) / len(agreeing) if agreeing else one.score


def _likeliest(one: Scored) -> tuple[float, int]:
    """The older matter first where two are equally alike."""
    return one.score, -one.row.matter
