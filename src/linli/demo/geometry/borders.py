"""The outline of the county, and its borders in degrees."""

import itertools
import math
import random
from collections.abc import Sequence

import shapely
from shapely import Polygon

Spot = tuple[float, float]
Rings = list[list[list[float]]]
CENTRE = (115.9, 28.4)
KILOMETRES = (97.9, 110.9)  # one degree of longitude and of latitude at the centre
DIGITS = 6
WAVES = ((2, 1.6, 0.4), (3, 1.1, 1.9), (5, 0.7, 0.8), (9, 0.45, 2.2), (17, 0.25, 1.1))


def county_outline() -> Polygon:
    turns = [math.tau * step / 240 for step in range(240)]
    return Polygon([(_reach(turn) * math.cos(turn) * 1.06, _reach(turn) * math.sin(turn)) for turn in turns])


def _reach(turn: float) -> float:
    return 18.5 + sum(size * math.sin(times * turn + shift) for times, size, shift in WAVES)


def ring(region: Polygon) -> list[list[float]]:
    corners = [_degrees(spot) for spot in shapely.get_coordinates(shapely.orient_polygons(region)).tolist()]
    ring: list[Spot] = []
    for here, there in itertools.pairwise(corners):
        ring += [here, _bend(here, there=there)]
    ring.append(corners[-1])
    return [list(spot) for place, spot in enumerate(ring) if place == 0 or spot != ring[place - 1]]


def _degrees(spot: Sequence[float]) -> Spot:
    longitude, latitude = (
        round(origin + value / scale, DIGITS) for origin, value, scale in zip(CENTRE, spot, KILOMETRES, strict=True)
    )
    return longitude, latitude


def _bend(here: Spot, *, there: Spot) -> Spot:
    """The middle of a border, moved aside a little; both neighbours reckon the same spot."""
    first, second = sorted((here, there))
    aside = random.Random(f"{first}{second}").uniform(-0.09, 0.09)
    east, north = second[0] - first[0], second[1] - first[1]
    return (
        round((first[0] + second[0]) / 2 - aside * north, DIGITS),
        round((first[1] + second[1]) / 2 + aside * east, DIGITS),
    )
