"""The ground the invented county stands on: one outline cut into towns, communities and grid cells."""

import itertools
import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

import shapely
from shapely import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

Spot = tuple[float, float]
Rings = list[list[list[float]]]

CENTRE = (115.9, 28.4)
KILOMETRES = (97.9, 110.9)  # one degree of longitude and of latitude at the centre
DIGITS = 6
SEED = 20260101
SMOOTHINGS = 6
WAVES = ((2, 1.6, 0.4), (3, 1.1, 1.9), (5, 0.7, 0.8), (9, 0.45, 2.2), (17, 0.25, 1.1))


def partition(
    seeds: Mapping[str, Spot], *, communities: Mapping[str, str], grids: Mapping[str, str]
) -> dict[str, Rings]:
    """A ring of degrees for each grid; the three levels share every border because they come from one diagram."""
    outline = _outline()
    chance = random.Random(SEED)
    towns = dict(zip(seeds, _regions(list(seeds.values()), within=outline), strict=True))
    villages = _split(towns, parents=communities, chance=chance)
    spots = _spots(villages, parents=grids, chance=chance)
    regions = _regions(list(spots.values()), within=outline)
    return {code: [_ring(region)] for code, region in zip(spots, regions, strict=True)}


def _split(regions: Mapping[str, Polygon], *, parents: Mapping[str, str], chance: random.Random) -> dict[str, Polygon]:
    parts: dict[str, Polygon] = {}
    for parent, codes in _children(parents).items():
        spots = _scatter(regions[parent], count=len(codes), chance=chance)
        parts |= zip(codes, _regions(spots, within=regions[parent]), strict=True)
    return parts


def _spots(regions: Mapping[str, Polygon], *, parents: Mapping[str, str], chance: random.Random) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    for parent, codes in _children(parents).items():
        spots |= zip(codes, _scatter(regions[parent], count=len(codes), chance=chance), strict=True)
    return spots


def _children(parents: Mapping[str, str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = defaultdict(list)
    for code, parent in parents.items():
        children[parent].append(code)
    return children


def _scatter(region: Polygon, *, count: int, chance: random.Random) -> list[Spot]:
    west, south, east, north = region.bounds
    spots: list[Spot] = []
    shapely.prepare(region)
    while len(spots) < count:
        spot = (chance.uniform(west, east), chance.uniform(south, north))
        if shapely.contains_xy(region, *spot):
            spots.append(spot)
    for _ in range(SMOOTHINGS):
        spots = [(x, y) for x, y in shapely.get_coordinates(shapely.centroid(_regions(spots, within=region))).tolist()]
    return spots


def _regions(spots: Sequence[Spot], *, within: Polygon) -> list[Polygon]:
    if len(spots) == 1:
        return [within]
    diagram = shapely.voronoi_polygons(MultiPoint(spots), extend_to=within.buffer(20))
    pieces = shapely.get_parts(diagram)
    found = shapely.STRtree(pieces).query(shapely.points(spots), predicate="within")
    own = dict(zip(*found.tolist(), strict=True))
    parts = shapely.intersection(pieces[[own[place] for place in range(len(spots))]], within)
    return [part if isinstance(part, Polygon) else _largest(part) for part in parts]


def _largest(part: BaseGeometry) -> Polygon:
    return max(shapely.get_parts(part), key=lambda polygon: polygon.area)


def _outline() -> Polygon:
    turns = [math.tau * step / 240 for step in range(240)]
    return Polygon([(_reach(turn) * math.cos(turn) * 1.06, _reach(turn) * math.sin(turn)) for turn in turns])


def _reach(turn: float) -> float:
    return 18.5 + sum(size * math.sin(times * turn + shift) for times, size, shift in WAVES)


def _ring(region: Polygon) -> list[list[float]]:
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
