"""Which cells of a street lie near each other."""

import math
from functools import cache

from shapely.geometry import shape

from linli.demo.cells import cells

Spot = tuple[float, float]
KILOMETRES = (111.32, 110.57)  # one degree along the equator, and of latitude


def nearest(code: str, *, count: int) -> list[str]:
    """The cell and those next to it in the same street or town, the nearest first."""
    there = [other for other in _centres() if other[:9] == code[:9]]
    return sorted(there, key=lambda other: distance(code, other))[:count]


def distance(code: str, other: str) -> float:
    """Kilometres between the centres of two cells."""
    here, there = _centres()[code], _centres()[other]
    east = (here[0] - there[0]) * KILOMETRES[0] * math.cos(math.radians(here[1]))
    return math.hypot(east, (here[1] - there[1]) * KILOMETRES[1])


@cache
def _centres() -> dict[str, Spot]:
    rows = ((row["properties"]["code"], shape(row["geometry"]).centroid) for row in cells()["features"])
    return {code: (centre.x, centre.y) for code, centre in rows}
