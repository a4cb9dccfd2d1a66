"""The map of a unit: every cell in the most urgent colour that is open in it, and what each unit below it has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from linli.colours.colour import Colour
from linli.doors.screen.plan import Area, Ground, Outline
from linli.reports.glance import Pile

TEXT, LINE = 24, 27
"""Steps: the smallest words there are, and from one line to the next."""
SMALL, LARGE = 7, 13
"""Half of how wide a mark is, at least and at most."""
COUNTED = 62
"""A cell so wide has room for its figure beside the mark."""
MOVES = (0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150)


@dataclass(frozen=True)
class Spot:
    """A cell in which something is open: its colour, how much is of this colour, and the mark."""

    colour: Colour
    count: int
    outline: Outline
    half: int
    counted: bool


@dataclass(frozen=True)
class Label:
    """The name of a unit on the map, with the count of each colour that is open there."""

    word: str
    counts: tuple[tuple[Colour, int], ...]
    x: int
    y: int
    wide: int
    moved_from: tuple[int, int] | None


@dataclass(frozen=True)
class Plot:
    wide: int
    high: int
    quiet: str
    """The outlines of all cells in which nothing is open."""
    spots: tuple[Spot, ...]
    borders: tuple[str, ...]
    labels: tuple[Label, ...]


def plotted(ground: Ground, piles: Iterable[Pile]) -> Plot:
    found = by_cell(piles)
    spots = [_spot(ground.cells[pk], counts) for pk, counts in found.items() if pk in ground.cells]
    return Plot(
        wide=ground.wide,
        high=ground.high,
        quiet="".join(outline.path for pk, outline in ground.cells.items() if pk not in found),
        spots=tuple(sorted(spots, key=lambda spot: -spot.colour.rank)),
        borders=tuple(area.outline.path for area in ground.areas),
        labels=tuple(_labels(ground, found)),
    )


def by_cell(piles: Iterable[Pile]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for pile in piles:
        if pile.cell is not None:
            found.setdefault(pile.cell, Counter())[pile.colour] += pile.count
    return found


def _spot(outline: Outline, counts: Mapping[str, int]) -> Spot:
    worst = min((Colour(name) for name in counts), key=lambda colour: colour.rank)
    half = round(min(max(outline.room / 5, SMALL), LARGE))
    return Spot(worst, counts[worst], outline, half, outline.room >= COUNTED)


def _labels(ground: Ground, found: Mapping[int, Counter[str]]) -> Iterator[Label]:
    """The largest areas first; a name that would cover another one moves up or down, and is left out at last."""
    taken: list[tuple[int, int, int, int]] = []
    for area in sorted(ground.areas, key=lambda area: area.outline.room):
        counts: Counter[str] = sum((found[pk] for pk in area.cells if pk in found), Counter())
        told = tuple((colour, counts[colour]) for colour in Colour if counts[colour])
        if label := _placed(area, told, taken, ground=ground):
            yield label


def _placed(
    area: Area, told: tuple[tuple[Colour, int], ...], taken: list[tuple[int, int, int, int]], *, ground: Ground
) -> Label | None:
    word, (x, y) = area.unit.label, (area.outline.x, area.outline.y)
    wide = max(width(word), sum(width(f"{count}") + TEXT + 8 for _colour, count in told))
    left = min(max(x, wide // 2 + 2), ground.wide - wide // 2 - 2)
    for move in MOVES:
        top = y + move - TEXT
        box = (left - wide // 2, top, left + wide // 2, top + LINE * (2 if told else 1))
        if top >= 0 and box[3] <= ground.high and not any(_cover(box, other) for other in taken):
            taken.append(box)
            return Label(word, told, left, y + move, wide, (x, y) if abs(move) > LINE * 2 else None)
    return None


def width(text: str) -> int:
    """How wide a text is, near enough: Chinese signs are as wide as high."""
    return sum(TEXT if ord(sign) > 0x2E80 else TEXT * 6 // 10 for sign in text)


def _cover(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
