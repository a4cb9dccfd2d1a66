"""How far cells lie from each other, as far as their middles can say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from linli.likeness.measure import metres_between, place

SAYS_SOMETHING = 0.01


class Middle(NamedTuple):
    """The middle of a cell, and half of the way across it in metres."""

    lon: float
    lat: float
    reach: float


class Off(NamedTuple):
    """How far one cell is from another, in metres, and how coarsely that is known."""

    metres: float
    coarse: float


@dataclass(frozen=True)
class Grid:
    """The middles of all cells."""

    middles: Mapping[int, Middle]

    def off(self, one: int | None, other: int | None) -> Off | None:
        """How far one is from the other; None where either is not known."""
        here, there = self.middles.get(one or 0), self.middles.get(other or 0)
        if here is None or there is None:
            return None
        return Off(metres_between(*here[:2], *there[:2]), here.reach + there.reach)

    def near(self, cell: int | None) -> Mapping[int, float]:
        """The cells whose place still says something, and how much; none when the cell is not on the grid."""
        offs = ((pk, self.off(cell, pk)) for pk in self.middles)
        return {pk: nearness for pk, off in offs if (nearness := near(off)) >= SAYS_SOMETHING}

    def within(self, metres: float, *, lon: float, lat: float) -> list[int]:
        """The cells of which some part may lie that near to a point."""
        offs = ((pk, metres_between(lon, lat, *at[:2]) - at.reach) for pk, at in self.middles.items())
        return [pk for pk, off in offs if off <= metres]


def near(off: Off | None) -> float:
    return place(off.metres, coarse=off.coarse) if off else 0.0


def middle(west: float, south: float, east: float, north: float) -> Middle:
    return Middle((west + east) / 2, (south + north) / 2, metres_between(west, south, east, north) / 2)
