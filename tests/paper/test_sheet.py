"""A list as a file: no cell is a formula, every row is there, and a longer list needs no more memory."""

import csv
import io
import json
import re
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper import sheet
from linli.paper.sheet import Cell, Column, Sheet, harmless, json_lines, text_lines, write_workbook

SHEET = Sheet(
    "事项列表", ("DC-2026-0001 · 陈立 & 柳树街道", "=HYPERLINK(1)"), (Column("编号"), Column("标题", 40)), "DC & 陈立"
)
POISON = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "  =1", "=cmd|' /C calc'!A0", "http://x.cn", "石子")


def rows_of(count: int) -> Iterator[tuple[Cell, ...]]:
    return ((f"PEBBLE-2026-{place:06d}", f"第{place}颗石子" * (1 + place % 2 * 9)) for place in range(count))


def written(rows: Iterator[tuple[Cell, ...]], *, as_lines: bool = False) -> bytes:
    into = io.BytesIO()
    (write_lines if as_lines else write_workbook)(SHEET, rows, into)
    return into.getvalue()


def write_lines(sheet: Sheet, rows: Iterator[tuple[Cell, ...]], into: IO[bytes]) -> None:
    into.writelines(text_lines(sheet, rows))


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    tab = parts(written((cell, cell) for cell in POISON))["xl/worksheets/sheet1.xml"]
    assert "<f>" not in tab
    assert "hyperlink" not in tab
    assert set(re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")? t="(\w+)"', tab)) == {"inlineStr"}


def test_no_cell_of_the_lines_begins_like_a_formula() -> None:
    text = written(((cell, cell) for cell in POISON), as_lines=True).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝"))]
    assert (cells.count("'=1+1"), cells.count("石子")) == (2, 2)


@given(st.text(), st.integers(), st.datetimes(timezones=st.just(UTC)))
def test_a_json_line_reads_back_as_it_was_and_is_one_line(text: str, number: int, at: datetime) -> None:
    first, second, after = b"".join(json_lines(SHEET, [{"text": text, "number": number, "at": at}])).split(b"\n")
    assert json.loads(first) == {"about": [SHEET.name, *SHEET.head]}
    assert json.loads(second) == {"text": text, "number": number, "at": at.isoformat(timespec="seconds")}
    assert after == b""


@given(st.text(max_size=8))
def test_whatever_is_not_a_formula_stays_as_it_was(text: str) -> None:
    assert harmless(text) in (text, f"'{text}")
    assert harmless(text).strip()[:1] not in ("=", "+", "-", "@")


def test_moments_are_moments_and_the_mark_stands_on_every_printed_page() -> None:
    found = parts(written(iter([("A", datetime.fromisoformat("2026-03-02T09:00"))])))
    tab = found["xl/worksheets/sheet1.xml"]
    assert re.search(r'<c r="B6" s="\d+"><v>46083.375</v></c>', tab)
    assert tab.count("DC ＆ 陈立") == 2
    assert "DC &amp; 陈立" in found["docProps/core.xml"]
    assert "$5:$5" in found["xl/workbook.xml"]


@pytest.mark.parametrize(
    ("title", "height"), [("路灯不亮", 15.75), ("路" * 40, 50.25), ("一\n二", 33.0), ("路" * 30_000, 408.75)]
)
def test_what_is_longer_than_its_column_goes_on_below_in_a_row_as_high_as_it_needs(title: str, height: float) -> None:
    found = parts(written(iter([("A", title), ("B", "短")])))
    tab = found["xl/worksheets/sheet1.xml"]
    assert [float(one) for one in re.findall(r'<row [^>]*\bht="([\d.]+)"', tab)[-2:]] == [height, 15.75]
    assert "wrapText" in found["xl/styles.xml"]
    assert "shrinkToFit" not in found["xl/styles.xml"]


def test_a_number_wider_than_its_column_is_printed_smaller_and_not_as_signs() -> None:
    found = parts(written(iter([(10**14, "路灯不亮")])))
    number, title = re.findall(r'<c r="[AB]6" s="(\d+)"', found["xl/worksheets/sheet1.xml"])
    formats = re.findall(r"<xf .*?(?:/>|</xf>)", found["xl/styles.xml"].split("<cellXfs")[1])
    assert ("shrinkToFit" in formats[int(number)], "wrapText" in formats[int(number)]) == (True, False)
    assert ("shrinkToFit" in formats[int(title)], "wrapText" in formats[int(title)]) == (False, True)


def test_a_release_that_keeps_nothing_of_written_rows_writes_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    told = written(rows_of(9))
    monkeypatch.setattr(sheet, "KEPT_OF_A_ROW", ("kept_by_nobody",))
    assert parts(written(rows_of(9)))["xl/worksheets/sheet1.xml"] == parts(told)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("as_lines", [False, True])
def test_a_list_four_times_as_long_needs_no_more_memory(
    as_lines: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    peaks = []
    for count in (1_500, 6_000):
        with (tmp_path_factory.mktemp("sheet") / "list").open("wb") as into:
            tracemalloc.start()
            (write_lines if as_lines else write_workbook)(SHEET, rows_of(count), into)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2
