"""An invented county of incidents: what happens everywhere every day, and a few series of one hand hidden in it."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from linli.ground.clock import moment

PHRASES: Mapping[str, list[list[str]]] = tomllib.loads(
    (Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8")
)
ROOTS = {"theft": 6, "fraud": 4, "damage": 3, "brawl": 3, "other": 2}
"""Groups of categories, and how many categories each has; theft is half of all."""
SHARE = {"theft": 50, "fraud": 20, "damage": 12, "brawl": 12, "other": 6}
TODAY = moment(date(2026, 3, 2))
SIDES = ("entry", "tool", "target", "habit")
METRE = 1 / 111_000


@dataclass(frozen=True)
class Square:
    """A cell of the invented grid, in metres from the corner of the county."""

    east: float
    north: float
    side: float

    def degrees(self) -> tuple[float, float, float, float]:
        west, south = 115 + self.east * METRE, 28 + self.north * METRE
        return west, south, west + self.side * METRE, south + self.side * METRE


@dataclass(frozen=True)
class Incident:
    """One incident as it would be told: `hand` is the series it was planted for, None for the everyday."""

    category: str
    cell: int
    from_at: datetime
    until_at: datetime
    method: str
    hand: int | None = None


@dataclass(frozen=True)
class Telling:
    """How well the incidents of one hand are told: what is left out, and for how long nobody was looking."""

    left_out: float
    hours_unknown: tuple[float, float, float]
    """Of ten tellings six leave at most the first figure open, three the second, one the third."""


CAREFUL = Telling(left_out=0.25, hours_unknown=(0.5, 1, 2))
HASTY = Telling(left_out=0.5, hours_unknown=(0.5, 2, 6))
ABSENT = Telling(left_out=0.5, hours_unknown=(24, 48, 60))


def squares() -> list[Square]:
    """A town of small cells in the middle of villages with wide ones."""
    villages = [Square(east * 2000.0, north * 2000.0, 2000) for east in range(10) for north in range(10)]
    outside = [one for one in villages if not (8000 <= one.east < 12000 and 8000 <= one.north < 12000)]
    return [*outside, *(Square(8000 + e * 400.0, 8000 + n * 400.0, 400) for e in range(10) for n in range(10))]


def incidents(seed: int, *, everyday: int, hands: int, telling: Telling = HASTY, days: int = 365) -> list[Incident]:
    """Everything that happened in these days, in no order."""
    chance, grid = Random(seed), squares()
    spots = [chance.randrange(len(grid)) for _spot in range(12)] + list(range(len(grid) - 100, len(grid)))
    told = [_everyday(chance, grid, spots, days) for _number in range(everyday)]
    told += [one for hand in range(hands) for one in _hand(chance, grid, hand, telling, days)]
    chance.shuffle(told)
    return told


def _everyday(chance: Random, grid: Sequence[Square], spots: Sequence[int], days: int) -> Incident:
    root = chance.choices(list(SHARE), weights=list(SHARE.values()))[0]
    cell = chance.choice(spots) if chance.random() < 0.7 else chance.randrange(len(grid))
    hour = chance.gauss(2, 2.5) if root == "theft" and chance.random() < 0.5 else chance.uniform(0, 24)
    at = TODAY + timedelta(days=chance.randrange(-days, 0), hours=hour % 24)
    told = [chance.choice(chance.choice(PHRASES[side])) for side in SIDES]
    known = _known_between(chance, at, HASTY if chance.random() > 0.08 else ABSENT)
    return Incident(
        _category(chance, root), cell, *known, _sentence(chance, chance.sample(told, k=chance.randint(2, 4)))
    )


def _hand(chance: Random, grid: Sequence[Square], hand: int, telling: Telling, days: int) -> Iterator[Incident]:
    """Four to eight of one hand: the same streets, hours and habits, each a little otherwise told."""
    category = _category(chance, chance.choices(list(SHARE), weights=list(SHARE.values()))[0])
    inside = (8_000, 12_000) if chance.random() < 0.7 else (1_000, 19_000)
    east, north, hour = chance.uniform(*inside), chance.uniform(*inside), chance.uniform(0, 24)
    habits = [chance.choice(PHRASES[side]) for side in SIDES]
    day = chance.randrange(-days, -70)
    for _member in range(chance.randint(4, 8)):
        day += chance.randint(1, 9)
        at = TODAY + timedelta(days=day, hours=hour + chance.gauss(0, 0.5))
        told = [chance.choice(ways) for ways in habits]
        if chance.random() < telling.left_out:
            told.remove(chance.choice(told))
        cell = _cell_at(grid, east + chance.gauss(0, 300), north + chance.gauss(0, 300))
        yield Incident(category, cell, *_known_between(chance, at, telling), _sentence(chance, told), hand)


def _category(chance: Random, root: str) -> str:
    """A few are common, most are rare."""
    return f"{root}-{min(int(chance.expovariate(0.8)), ROOTS[root] - 1)}"


def _known_between(chance: Random, at: datetime, telling: Telling) -> tuple[datetime, datetime]:
    """Somebody came by before and after."""
    hours = chance.uniform(0, chance.choices(telling.hours_unknown, weights=(6, 3, 1))[0])
    before = chance.random() * hours
    return at - timedelta(hours=before), at + timedelta(hours=hours - before)


def _sentence(chance: Random, told: list[str]) -> str:
    said = [*told, *(ways[0] for ways in chance.sample(PHRASES["filler"], k=chance.randint(1, 3)))]
    chance.shuffle(said)
    return "，".join(said) + "。"


def _cell_at(grid: Sequence[Square], east: float, north: float) -> int:
    """The cell around a point; one beyond the border belongs to the nearest."""
    return min(
        range(len(grid)),
        key=lambda cell: max(
            abs(grid[cell].east + grid[cell].side / 2 - east) / grid[cell].side,
            abs(grid[cell].north + grid[cell].side / 2 - north) / grid[cell].side,
        ),
    )
