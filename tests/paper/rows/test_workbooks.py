"""Workbooks of others: read by their values, whatever is merged, counted or formatted; bombs are refused at sight."""

import io
import time
import zipfile
from datetime import datetime
from itertools import chain

import pytest
from xlsxwriter import Workbook

from linli.paper.rows.row import Unreadable
from linli.paper.rows.table import Layout, opened
from linli.paper.rows.workbook import BROKEN, LARGE, NO_BOOK, NO_SHEET, OLD, OLD_BOOK, WIDE

DAY, MOMENT = datetime.fromisoformat("2026-05-03"), datetime.fromisoformat("2026-05-03T14:05")


def book(*, last: tuple[int, int] = (0, 0)) -> io.BytesIO:
    """A list as offices make it: a title over all columns, merged streets, formulas, formats of dates."""
    into = io.BytesIO()
    made = Workbook(into)
    made.add_worksheet("封面")
    tab = made.add_worksheet("明细")
    day, clock = made.add_format({"num_format": "yyyy/m/d"}), made.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    tab.merge_range(0, 0, 0, 4, "石桥街道12345工单台账")
    tab.write_row(1, 0, ["街道", "工单编号", "受理时间", "电话", "件数"])
    tab.merge_range(2, 0, 3, 0, "柳树街道")
    tab.write_row(2, 1, ["A-1", "=cmd|' /C calc'!A0"])
    tab.write_datetime(2, 2, DAY, day)
    tab.write_datetime(3, 2, MOMENT, clock)
    tab.write_row(3, 3, [13800001111])
    tab.write_formula(3, 4, "=1+1", None, 2)
    tab.write_number(3, 1, 330106199901011234)
    if any(last):
        tab.write(*last, "x")
    made.close()
    return into


def test_a_list_is_read_by_its_values() -> None:
    read = opened(book())
    assert read.layout == Layout(sheet="明细", head=2)
    assert read.heads == ("街道", "工单编号", "受理时间", "电话", "件数")
    assert [(row.number, row.cells[:1], row.cells[2:]) for row in read.rows()] == [
        (3, ("柳树街道",), (DAY, "", "")),
        (4, ("柳树街道",), (MOMENT, "13800001111", "2")),
    ]


def test_a_number_with_more_figures_than_a_spreadsheet_keeps_is_seen_to_be_cut() -> None:
    *_others, last = opened(book()).rows()
    assert "E+" in str(last.cells[1])


@pytest.mark.parametrize("last", [(2, 600), (1_048_575, 16_383)])
def test_a_sheet_that_is_mostly_air_is_refused(last: tuple[int, int]) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(book(last=last))
    assert refused.value.sentence in (WIDE, LARGE)


def zipped(parts: dict[str, bytes]) -> io.BytesIO:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return into


def test_a_bomb_is_refused_before_anything_of_it_is_unpacked() -> None:
    bomb = zipped({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 30_000_000})
    began = time.perf_counter()
    with pytest.raises(Unreadable) as refused:
        opened(bomb)
    assert refused.value.sentence == LARGE
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (OLD + b"\x00" * 600, OLD_BOOK),
        (b"PK\x03\x04 and no more", BROKEN),
        (zipped({"word/document.xml": b"<x/>"}).getvalue(), NO_BOOK),
        (zipped({"xl/workbook.xml": b"<x/>"}).getvalue(), BROKEN),
        (zipped(dict.fromkeys(chain(["xl/workbook.xml"], map(str, range(300))), b"")).getvalue(), LARGE),
    ],
)
def test_what_is_no_workbook_is_told_so(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(io.BytesIO(content))
    assert refused.value.sentence == sentence


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(Unreadable, match="封面，明细") as refused:
        opened(book(), layout=Layout(sheet="汇总"))
    assert refused.value.sentence == NO_SHEET


def test_a_text_that_is_merged_over_many_rows_fills_no_memory_but_that_of_its_own_process() -> None:
    into = io.BytesIO()
    made = Workbook(into)
    tab = made.add_worksheet()
    tab.write_row(0, 0, ["街道", "工单编号"])
    tab.merge_range(1, 0, 40_000, 0, "".join(map(chr, range(0x4E00, 0x4E00 + 20_000))))
    tab.write(40_000, 1, "x")
    made.close()
    with pytest.raises(Unreadable) as refused:
        opened(into)
    assert refused.value.sentence == LARGE
