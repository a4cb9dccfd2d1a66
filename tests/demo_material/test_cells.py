"""The grid of the invented county has neither gaps nor overlaps."""

from collections import defaultdict

import shapely
from shapely.geometry import shape

from linli.demo.cells import cells
from linli.demo.county import units


def test_cells_are_valid_and_leave_neither_gap_nor_overlap() -> None:
    polygons = [shape(feature["geometry"]) for feature in cells()["features"]]
    whole = shapely.union_all(polygons)
    assert len(polygons) == 1223
    assert all(polygon.is_valid and polygon.geom_type == "Polygon" for polygon in polygons)
    assert whole.geom_type == "Polygon"
    assert not whole.interiors
    assert abs(whole.area - sum(polygon.area for polygon in polygons)) < 1e-9


def test_each_community_is_one_piece_of_land() -> None:
    pieces = defaultdict(list)
    for feature in cells()["features"]:
        pieces[feature["properties"]["parent_code"]].append(shape(feature["geometry"]))
    assert len(pieces) == 120
    assert all(shapely.union_all(parts).geom_type == "Polygon" for parts in pieces.values())


def test_cells_name_the_grids_of_the_unit_list() -> None:
    grids = {(row.code, row.name, row.parent_code) for row in units() if row.kind == "grid"}
    told = [feature["properties"] for feature in cells()["features"]]
    assert {(each["code"], each["name"], each["parent_code"]) for each in told} == grids
