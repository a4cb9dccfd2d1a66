"""The grid of the invented county as polygons."""

from functools import cache
from typing import Any

from linli.demo.geometry.partition import partition
from linli.demo.grids import grids
from linli.demo.towns import communities, towns
from linli.demo.unitlist import UnitRow, county_book


def cells() -> dict[str, Any]:
    """The grid as GeoJSON: one polygon each grid, without gaps or overlaps."""
    rows = {row.code: row for row in grids()}
    features = [_feature(rows[code], polygon=polygon) for code, polygon in _polygons().items()]
    return {"type": "FeatureCollection", "features": features}


def _feature(row: UnitRow, *, polygon: list[list[list[float]]]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"code": row.code, "name": row.name, "name_en": row.name_en, "parent_code": row.parent_code},
        "geometry": {"type": "Polygon", "coordinates": polygon},
    }


@cache
def _polygons() -> dict[str, list[list[list[float]]]]:
    seeds = {row.code: tuple(town["at"]) for row, town in zip(towns(), county_book()["towns"], strict=True)}
    return partition(
        seeds,
        communities={row.code: row.parent_code for row in communities()},
        grids={row.code: row.parent_code for row in grids()},
    )
