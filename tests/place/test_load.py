"""Loading units and cells: dry runs, all or nothing, and a sentence for each wrong row."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from linli.place.grid import cell_at
from linli.place.load import Unreadable, load_units, read_units
from linli.place.load_grid import load_cells, read_cells
from linli.place.models import Cell, Unit
from linli.place.outcome import Outcome
from linli.place.tree import path_of

pytestmark = pytest.mark.django_db

UNITS = """code,name,name_en,kind,parent_code
1111,一号网格,,grid,111
1,云河县,Yunhe County,county,
11,柳树街道,Willow Street,street,1
111,北社区,North Community,community,11
12,松树镇,Pine Town,town,1
"""


def load(text: str, *, dry_run: bool = False) -> Outcome:
    with translation.override("en"):
        return load_units(read_units(text.encode()), dry_run=dry_run)


def square(west: float, *, south: float = 28.0, size: float = 1.0) -> dict[str, Any]:
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(code: str, *, geometry: dict[str, Any], parent_code: str = "111") -> dict[str, Any]:
    told = {"code": code, "name": f"{code}号网格", "parent_code": parent_code}
    return {"type": "Feature", "properties": told, "geometry": geometry}


def test_units_load_in_any_order_of_rows_with_their_paths() -> None:
    assert load(UNITS).counts == {"new": 5, "changed": 0, "same": 0, "wrong": 0}
    grid = Unit.objects.get(code="1111")
    assert path_of(grid) == tuple(Unit.objects.get(code=code).pk for code in ("1", "11", "111", "1111"))


def test_the_same_file_again_changes_nothing() -> None:
    load(UNITS)
    assert load(UNITS).counts == {"new": 0, "changed": 0, "same": 5, "wrong": 0}


def test_a_changed_row_renames_and_moves_with_what_is_below() -> None:
    load(UNITS)
    moved = UNITS.replace("111,北社区,North Community,community,11\n", "111,北苑社区,North Court,community,12\n")
    assert load(moved).counts == {"new": 0, "changed": 1, "same": 4, "wrong": 0}
    assert Unit.objects.get(code="111").name == "北苑社区"
    assert Unit.objects.get(code="1111").unit_2 == Unit.objects.get(code="12").pk


def test_a_dry_run_says_the_same_and_saves_nothing() -> None:
    outcome = load(UNITS, dry_run=True)
    assert outcome.counts["new"] == 5
    assert not outcome.saved
    assert not Unit.objects.exists()


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",无码,,street,1", "The code is missing."),
        ("13,,,street,1", "The name is missing."),
        ("13,杨树街道,,avenue,1", "“avenue” is no kind of unit."),
        ("13,杨树街道,,street,99", "There is no unit with the code “99”."),
        ("13,杨树街道,,grid,1", "cannot belong to a"),
        ("11,柳树街道,,street,1", "The code stands in row 3 already."),
    ],
)
def test_one_wrong_row_is_named_and_nothing_is_saved(row: str, sentence: str) -> None:
    outcome = load(UNITS + row + "\n")
    assert [(found.line, sentence in found.sentence) for found in outcome.wrong] == [(6, True)]
    assert not outcome.saved
    assert not Unit.objects.exists()


def test_departments_in_a_circle_are_refused_rather_than_followed_for_ever() -> None:
    outcome = load(UNITS + "2,甲局,,department,3\n3,乙局,,department,2\n")
    assert {row.code for row in outcome.wrong} == {"2", "3"}


def test_the_file_is_read_as_utf8_with_a_mark_and_as_gb18030() -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        assert read_units(UNITS.encode(encoding))[1]["name"] == "云河县"


def test_a_file_without_the_columns_is_refused_as_a_whole() -> None:
    with translation.override("en"), pytest.raises(Unreadable, match="kind, name_en, parent_code"):
        read_units("code,name\n1,云河县\n".encode())


def test_cells_make_grid_units_and_answer_for_points() -> None:
    load(UNITS)
    features = [feature("1111", geometry=square(115)), feature("1112", geometry=square(116))]
    assert load_cells(features).counts["new"] == 2
    assert Unit.objects.get(code="1112").kind == "grid"
    assert [cell and cell.code for cell in map(point, (115.5, 116.5, 118.0))] == ["1111", "1112", None]


def test_a_point_on_a_shared_border_always_has_the_same_cell() -> None:
    load(UNITS)
    load_cells([feature("1112", geometry=square(116)), feature("1111", geometry=square(115))])
    found = point(116.0)
    assert found is not None
    assert found.code == "1111"


def test_a_changed_outline_is_seen_at_once() -> None:
    load(UNITS)
    load_cells([feature("1111", geometry=square(115))])
    assert point(115.5) is not None
    moved = load_cells([feature("1111", geometry=square(120))])
    assert moved.counts["changed"] == 1
    assert point(115.5) is None
    assert point(120.5) is not None


@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        ({"type": "Point", "coordinates": [115, 28]}, "it is not a polygon"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}, "it crosses itself"),
        (square(500), "not longitude and latitude in degrees"),
        (square(115.5), "overlaps that of 1111"),
    ],
)
def test_a_wrong_outline_is_named_and_nothing_is_saved(geometry: dict[str, Any], sentence: str) -> None:
    load(UNITS)
    features = [feature("1111", geometry=square(115)), feature("1112", geometry=geometry)]
    with translation.override("en"):
        outcome = load_cells(features)
    assert [(row.code, sentence in row.sentence) for row in outcome.wrong] == [("1112", True)]
    assert not Cell.objects.exists()


def test_a_cell_without_its_community_is_refused() -> None:
    outcome = load_cells([feature("1111", geometry=square(115))])
    assert len(outcome.wrong) == 1


def test_the_commands_load_files_and_fail_on_wrong_rows(tmp_path: Path) -> None:
    units, grid = tmp_path / "units.csv", tmp_path / "grid.geojson"
    units.write_text(UNITS, encoding="utf-8")
    collection = {"type": "FeatureCollection", "features": [feature("1111", geometry=square(115))]}
    grid.write_text(json.dumps(collection), encoding="utf-8")
    call_command("loadunits", str(units), "--dry-run", stdout=(tmp_path / "out").open("w"))
    assert not Unit.objects.exists()
    call_command("loadunits", str(units), stdout=(tmp_path / "out").open("w"))
    call_command("loadcells", str(grid), stdout=(tmp_path / "out").open("w"))
    assert Cell.objects.count() == 1
    units.write_text(UNITS + "13,,,street,1\n", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("loadunits", str(units), stdout=(tmp_path / "out").open("w"))


def test_what_is_not_geojson_is_refused_as_a_whole() -> None:
    for content in (b"{", b"[]", b'{"features": 3}', b'{"features": [3]}'):
        with pytest.raises(Unreadable):
            read_cells(content)


def point(lon: float) -> Cell | None:
    return cell_at(lon, 28.5)
