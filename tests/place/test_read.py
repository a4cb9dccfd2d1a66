"""Files are read as they come, by hand or by command, and refused as a whole when they are none."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from linli.place.load import Unreadable, read_units
from linli.place.load_grid import read_cells
from linli.place.models import Cell, Unit
from tests.place.county import UNITS, feature, square

pytestmark = pytest.mark.django_db


def test_the_file_is_read_as_utf8_with_a_mark_and_as_gb18030() -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030"):
        assert read_units(UNITS.encode(encoding))[3]["name"] == "云河县"


def test_a_file_without_the_columns_is_refused_as_a_whole() -> None:
    with translation.override("en"), pytest.raises(Unreadable, match="missing: kind, parent_code"):
        read_units("code,name\n1,云河县\n".encode())


def test_blank_rows_above_the_headings_are_passed_over_and_an_empty_file_has_no_columns() -> None:
    assert list(read_units(f"\n{UNITS}".encode())) == [3, 4, 5, 6, 7]
    with pytest.raises(Unreadable):
        read_units(b"")


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


@pytest.mark.parametrize("command", ["loadunits", "loadcells"])
def test_a_file_that_is_not_there_is_told_in_one_sentence(command: str) -> None:
    with translation.override("zh-hans"), pytest.raises(CommandError) as refused:
        call_command(command, "there-is-none")
    assert str(refused.value) == "文件 there-is-none 无法读取：没有这个文件或文件夹。"


def test_what_is_not_geojson_is_refused_as_a_whole() -> None:
    for content in (b"{", b"[]", b'{"features": 3}', b'{"features": [3]}'):
        with pytest.raises(Unreadable):
            read_cells(content)
