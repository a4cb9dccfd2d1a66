"""Cutting a region around spots, and scattering spots over a region."""

import random
from collections.abc import Sequence

import shapely
from shapely import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from linli.demo.geometry.borders import Spot

SMOOTHINGS = 6


def scatter(region: Polygon, *, count: int, chance: random.Random) -> list[Spot]:
    west, south, east, north = region.bounds
    spots: list[Spot] = []
    shapely.prepare(region)
    while len(spots) < count:
        spot = (chance.uniform(west, east), chance.uniform(south, north))
        if shapely.contains_xy(region, *spot):
            spots.append(spot)
    for _ in range(SMOOTHINGS):
        spots = [
            (x, y) for x, y in shapely.get_coordinates(shapely.centroid(regions_of(spots, within=region))).tolist()
        ]
    return spots


def regions_of(spots: Sequence[Spot], *, within: Polygon) -> list[Polygon]:
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
