"""The invented county is whole: its units, its codes and a grid without gaps or overlaps."""

from collections import Counter, defaultdict

import shapely
from shapely.geometry import shape

from linli.demo.county import cells, units
from linli.demo.people import posts, signins

ROLES = {"clerk", "handler", "mediator", "lead", "leader", "statistician", "auditor", "administrator"}


def test_the_county_has_the_numbers_it_is_known_for() -> None:
    kinds = Counter(row.kind for row in units())
    assert kinds["county"] == 1
    assert kinds["street"] + kinds["town"] == 12
    assert kinds["community"] == 120
    assert kinds["grid"] == 1223
    assert kinds["department"] == 14
    assert kinds["organisation"] == 8


def test_every_code_and_every_name_is_used_once_and_parents_come_first() -> None:
    seen = {""}
    for row in units():
        assert row.parent_code in seen
        assert row.code not in seen
        seen.add(row.code)
    assert len({row.name for row in units()}) == len(units())


def test_codes_have_twelve_digits_and_grids_three_more() -> None:
    for row in units():
        assert row.code.isdigit()
        assert len(row.code) == (15 if row.kind == "grid" else 12)


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


def test_sixty_posts_stand_in_known_units_and_usernames_are_not_shared() -> None:
    codes = {row.code for row in units()}
    assert len(posts()) == 60
    assert len({row.username for row in posts()}) == 60
    assert len({row.name for row in posts()}) == 60
    assert all(row.unit_code in codes and row.role in ROLES for row in posts())


def test_every_street_and_town_has_a_clerk_a_mediator_and_a_committee_head() -> None:
    held = {(row.unit_code, row.role) for row in posts()}
    for unit in units():
        if unit.kind in {"street", "town"}:
            assert {(unit.code, "clerk"), (unit.code, "mediator"), (unit.code, "lead")} <= held


def test_each_role_has_a_sign_in_to_try() -> None:
    assert {row.role for row in signins()} == ROLES


def test_the_heads_of_the_centre_hold_their_posts_over_the_whole_county() -> None:
    by_username = {row.username: row for row in posts()}
    assert {by_username[each].unit for each in ("he", "ding")} == {"云棠县"}
    assert "he" in {row.username for row in signins()}
