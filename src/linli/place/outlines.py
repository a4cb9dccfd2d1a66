"""Polygons and points, without a database: which outline a point lies in, and where outlines overlap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from linli.ground.text import msg

NOT_GEOJSON = msg("it is not GeoJSON")
NOT_A_POLYGON = msg("it is not a polygon")
CROSSES_ITSELF = msg("it crosses itself")
NOT_DEGREES = msg("its corners are not longitude and latitude in degrees")
SLIVER = 0.01
"""Neighbours drawn by hand share crooked borders: this part of the smaller one may overlap."""


class BadOutline(ValueError):
    """The text is not the outline of a piece of ground; the message is the reason, a msgid."""


@dataclass(frozen=True)
class Outlines:
    """Many outlines under one index."""

    names: Sequence[str]
    shapes: Sequence[BaseGeometry]
    tree: shapely.STRtree

    def at(self, lon: float, lat: float) -> str | None:
        """The outline the point lies in; on a shared border the first name, so the answer never wavers."""
        found = self.tree.query(shapely.points([lon, lat]), predicate="intersects")
        return min((self.names[number] for number in found.tolist()), default=None)

    def overlaps(self) -> list[tuple[str, str]]:
        """Pairs that cover the same ground by more than a sliver."""
        left, right = self.tree.query(self.shapes, predicate="intersects")
        pairs = sorted({(int(one), int(other)) for one, other in zip(left, right, strict=True) if one < other})
        return [(self.names[one], self.names[other]) for one, other in pairs if self.share(one, other)]

    def share(self, one: int, other: int) -> bool:
        smaller = min(self.shapes[one].area, self.shapes[other].area)
        return bool(self.shapes[one].intersection(self.shapes[other]).area > SLIVER * smaller)


def outlines(polygons: Mapping[str, str]) -> Outlines:
    shapes = [shape_of(text) for text in polygons.values()]
    return Outlines(names=tuple(polygons), shapes=shapes, tree=shapely.STRtree(shapes))


def shape_of(text: str) -> BaseGeometry:
    """Read one GeoJSON polygon and refuse what cannot be a piece of ground on Earth."""
    try:
        shape = shapely.from_geojson(text)
    except (shapely.GEOSException, TypeError) as error:
        raise BadOutline(NOT_GEOJSON) from error
    if shape.geom_type not in ("Polygon", "MultiPolygon") or shape.is_empty:
        raise BadOutline(NOT_A_POLYGON)
    if not shape.is_valid:
        raise BadOutline(CROSSES_ITSELF)
    west, south, east, north = shape.bounds
    if west < -180 or east > 180 or south < -90 or north > 90:
        raise BadOutline(NOT_DEGREES)
    return shape
