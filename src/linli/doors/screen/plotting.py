"""The map of a unit: every cell in the most urgent colour that is open in it, and what each unit below it has."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from linli.colours.colour import Colour
from linli.doors.screen.labels import Label, Wanted, laid_out
from linli.doors.screen.plan import Area, Ground, Outline
from linli.reports.glance import Pile

SMALL, LARGE = 4, 12
"""Half of how wide a mark is, at least and at most."""
COUNTED = 62
"""A cell so wide has room for its figure beside the mark."""


@dataclass(frozen=True)
class Spot:
    """A cell in which something is open: its colour, how much is of this colour, and the mark."""

    colour: Colour
    count: int
    outline: Outline
    half: int
    counted: bool
    bare: bool
    """The label that stands on it has the mark and the figure."""

    @property
    def x(self) -> int:
        return self.outline.x - (self.half + 8 if self.counted else 0)

    @property
    def y(self) -> int:
        return self.outline.y


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
    marks = [(ground.cells[pk].x, ground.cells[pk].y) for pk in found if pk in ground.cells]
    labels = tuple(laid_out(ground, _wanted(ground, found), marks=marks))
    told = {label.word for label in labels if label.mark is None}
    bare = {pk for area in ground.areas for pk in area.cells if len(area.cells) == 1 and _short(area, ground) in told}
    spots = [_spot(ground.cells[pk], counts, bare=pk in bare) for pk, counts in found.items() if pk in ground.cells]
    return Plot(
        wide=ground.wide,
        high=ground.high,
        quiet="".join(outline.path for pk, outline in ground.cells.items() if pk not in found),
        spots=tuple(sorted(spots, key=lambda spot: -spot.colour.rank)),
        borders=tuple(area.outline.path for area in ground.areas),
        labels=labels,
    )


def by_cell(piles: Iterable[Pile]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for pile in piles:
        if pile.cell is not None:
            found.setdefault(pile.cell, Counter())[pile.colour] += pile.count
    return found


def _spot(outline: Outline, counts: Mapping[str, int], *, bare: bool) -> Spot:
    worst = min((Colour(name) for name in counts), key=lambda colour: colour.rank)
    half = round(min(max(outline.room / 4, SMALL), LARGE))
    return Spot(worst, counts[worst], outline, half, outline.room >= COUNTED, bare)


def _wanted(ground: Ground, found: Mapping[int, Counter[str]]) -> Iterator[Wanted]:
    for area in ground.areas:
        counts: Counter[str] = sum((found[pk] for pk in area.cells if pk in found), Counter())
        yield Wanted(_short(area, ground), tuple((one, counts[one]) for one in Colour if counts[one]), area)


def _short(area: Area, ground: Ground) -> str:
    """The name without that of the unit that is shown, which stands over all."""
    return area.unit.label.removeprefix(ground.unit.label).strip() or area.unit.label
