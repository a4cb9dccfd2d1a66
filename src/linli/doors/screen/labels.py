"""Where the names stand on a map: near their ground, on as few marks as can be, and none on another one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import hypot
from typing import Any, NamedTuple

import shapely

from linli.colours.colour import Colour
from linli.doors.screen.plan import Area, Ground

TEXT, LINE, PAD = 24, 27, 8
"""Steps: the smallest words there are, from one line to the next, and the air around them."""
STEP = 14
A_MARK, ABROAD = 18, 60
"""How many steps further away it may stand rather than cover a mark, or leave its own ground."""
AIR, TOO_FAR = 10, 260
"""Steps that are left free between two labels; and so far from its ground nobody takes it for the name of it."""
Marks = list[list[int]]


class Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int

    def covers(self, other: "Box") -> bool:
        return self[0] < other[2] and other[0] < self[2] and self[1] < other[3] and other[1] < self[3]

    def grown(self, by: int) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True)
class Wanted:
    """A unit's name and what is open there, to be told at its ground."""

    word: str
    counts: tuple[tuple[Colour, int], ...]
    area: Area

    @cached_property
    def wide(self) -> int:
        return max(width(self.word), sum(width(f"{count}") + TEXT + 9 for _colour, count in self.counts)) + 2 * PAD

    @cached_property
    def high(self) -> int:
        return LINE * (2 if self.counts else 1) + PAD


@dataclass(frozen=True)
class Label:
    """It stands with its left upper corner there; `mark` is the ground it belongs to, where it stands elsewhere."""

    word: str
    counts: tuple[tuple[Colour, int], ...]
    left: int
    top: int
    wide: int
    high: int
    mark: tuple[int, int] | None

    @property
    def x(self) -> int:
        return self.left + self.wide // 2

    @property
    def y(self) -> int:
        return self.top + TEXT

    @property
    def box(self) -> Box:
        return Box(self.left, self.top, self.left + self.wide, self.top + self.high)


def laid_out(ground: Ground, wanted: Iterable[Wanted], *, marks: Iterable[tuple[int, int]]) -> Iterator[Label]:
    """Large grounds first. What finds no free place near its ground is left out; its cells are seen all the same."""
    sums, taken = _sums(ground, marks), list[Box]()
    for one in sorted(wanted, key=lambda one: (-one.area.outline.room, one.word)):
        if label := _placed(one, ground, sums, taken):
            taken.append(label.box)
            yield label


def _placed(one: Wanted, ground: Ground, sums: Marks, taken: Sequence[Box]) -> Label | None:
    """Where it is cheapest: near its ground, and covering little."""
    wide, high = one.wide, one.high
    corners = product(range(0, ground.wide - wide + 1, STEP), range(0, ground.high - high + 1, STEP))
    free = (Box(left, top, left + wide, top + high) for left, top in corners)
    around = [other.grown(AIR) for other in taken]
    places = [box for box in free if _away(one, box) <= TOO_FAR and not any(box.covers(other) for other in around)]
    if not places:
        return None
    at_home = _at_home(one, places)
    costs = [_cost(one, box, sums) + (0 if home else ABROAD) for box, home in zip(places, at_home, strict=True)]
    best = costs.index(min(costs))
    mark = None if at_home[best] else (one.area.outline.x, one.area.outline.y)
    return Label(one.word, one.counts, places[best].left, places[best].top, wide, high, mark)


def _at_home(one: Wanted, places: Sequence[Box]) -> Any:
    """Of each place whether the middle of the label then lies on its own ground."""
    middles = [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in places]
    return shapely.contains_xy(one.area.shape, [x for x, _y in middles], [y for _x, y in middles])


def _cost(one: Wanted, box: Box, sums: Marks) -> float:
    west, north, east, south = box.left // STEP, box.top // STEP, box.right // STEP + 1, box.bottom // STEP + 1
    covered = sums[south][east] - sums[north][east] - sums[south][west] + sums[north][west]
    return _away(one, box) + A_MARK * covered


def _away(one: Wanted, box: Box) -> float:
    """How far its middle stands from that of its ground."""
    return hypot((box.left + box.right) / 2 - one.area.outline.x, (box.top + box.bottom) / 2 - one.area.outline.y)


def _sums(ground: Ground, marks: Iterable[tuple[int, int]]) -> Marks:
    """How many marks lie above and left of each corner of a net over the map."""
    wide, high = ground.wide // STEP + 3, ground.high // STEP + 3
    sums = [[0] * wide for _row in range(high)]
    for x, y in marks:
        sums[y // STEP + 1][x // STEP + 1] += 1
    for row, column in product(range(1, high), range(1, wide)):
        sums[row][column] += sums[row - 1][column] + sums[row][column - 1] - sums[row - 1][column - 1]
    return sums


def width(text: str) -> int:
    """How wide a text is, near enough: Chinese signs are as wide as high."""
    return sum(TEXT if ord(sign) > 0x2E80 else TEXT * 6 // 10 for sign in text)
