"""One outline cut into towns, communities and grid cells."""

import random
from collections import defaultdict
from collections.abc import Mapping

from shapely import Polygon

from linli.demo.geometry.borders import Rings, Spot, county_outline, ring
from linli.demo.geometry.regions import regions_of, scatter

SEED = 20260101


def partition(
    seeds: Mapping[str, Spot], *, communities: Mapping[str, str], grids: Mapping[str, str]
) -> dict[str, Rings]:
    """A ring of degrees for each grid; the three levels share every border because they come from one diagram."""
    outline = county_outline()
    chance = random.Random(SEED)
    towns = dict(zip(seeds, regions_of(list(seeds.values()), within=outline), strict=True))
    villages = _split(towns, parents=communities, chance=chance)
    spots = _spots(villages, parents=grids, chance=chance)
    regions = regions_of(list(spots.values()), within=outline)
    return {code: [ring(region)] for code, region in zip(spots, regions, strict=True)}


def _split(regions: Mapping[str, Polygon], *, parents: Mapping[str, str], chance: random.Random) -> dict[str, Polygon]:
    parts: dict[str, Polygon] = {}
    for parent, codes in _children(parents).items():
        spots = scatter(regions[parent], count=len(codes), chance=chance)
        parts |= zip(codes, regions_of(spots, within=regions[parent]), strict=True)
    return parts


def _spots(regions: Mapping[str, Polygon], *, parents: Mapping[str, str], chance: random.Random) -> dict[str, Spot]:
    spots: dict[str, Spot] = {}
    for parent, codes in _children(parents).items():
        spots |= zip(codes, scatter(regions[parent], count=len(codes), chance=chance), strict=True)
    return spots


def _children(parents: Mapping[str, str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = defaultdict(list)
    for code, parent in parents.items():
        children[parent].append(code)
    return children
