"""One list in twelve writings, whole and with ten defects: the rows that are sound are read alike in all of them."""

import codecs
import io
import tracemalloc
from collections.abc import Callable, Iterator

import pytest

from linli.paper.rows.lines import LONG, QUOTES
from linli.paper.rows.row import Row, Unreadable
from linli.paper.rows.table import EMPTY, NO_HEADS, NO_LIST, Layout, Table, opened

HEADS = ("工单编号", "受理时间", "诉求内容", "联系电话")
SOUND = (
    ("2026050300017", "2026年5月3日 14:05", "路灯不亮，石子路㛃很黑", "13800001111"),
    ("2026050300018", "2026/5/4 8:30", '楼下说 "吵"\n两行', "0571-88001111"),
    ("2026050300019", "20260505", "=1+1", "13900002222"),
)
WRITINGS = {
    "utf-8, unix": ("utf-8", b"", "\n", ","),
    "utf-8, windows": ("utf-8", b"", "\r\n", ","),
    "utf-8, old mac": ("utf-8", b"", "\r", ","),
    "utf-8 that says so": ("utf-8", codecs.BOM_UTF8, "\r\n", ","),
    "utf-8, semicolons": ("utf-8", codecs.BOM_UTF8, "\n", ";"),
    "utf-16 of excel": ("utf-16-le", codecs.BOM_UTF16_LE, "\r\n", "\t"),
    "utf-16, big end first": ("utf-16-be", codecs.BOM_UTF16_BE, "\n", ","),
    "utf-16 that does not say so": ("utf-16-le", b"", "\r\n", ","),
    "gb18030, windows": ("gb18030", b"", "\r\n", ","),
    "gb18030, unix": ("gb18030", b"", "\n", ","),
    "gb18030, tabs": ("gb18030", b"", "\r\n", "\t"),
    "gb18030, old mac": ("gb18030", b"", "\r", ";"),
}
TITLE = (("十二345热线工单导出", "", "", ""), ("导出时间：2026-05-06", "", "", ""), ("", "", "", ""))
DEFECTS: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "nothing": (lambda lines: lines, ""),
    "blank rows": (lambda lines: [*lines[:2], "", "", *lines[2:]], ""),
    "a row too short": (lambda lines: [*lines, "2026050300020"], ""),
    "a row too long": (lambda lines: [*lines, SEPARATOR.join("abcdefgh")], ""),
    "a null character": (lambda lines: [*lines, SEPARATOR.join(("a", "\x00b", "c", "d"))], ""),
    "a quotation mark not closed": (
        lambda lines: [lines[0], SEPARATOR.join(("a", '"b', "c", "d")), *lines[1:]],
        QUOTES,
    ),
    "one not closed at the end": (lambda lines: [*lines, SEPARATOR.join(("a", '"b', "c", "d"))], QUOTES),
    "text behind a quotation mark": (lambda lines: [*lines, SEPARATOR.join(("a", '"b"x', "c", "d"))], QUOTES),
    "a title above": (lambda lines: [*(SEPARATOR.join(row) for row in TITLE), *lines], ""),
    "an endless cell": (lambda lines: [*lines, SEPARATOR.join(("a", "长" * 120_000, "c", "d"))], LONG),
    "a hundred columns": (lambda lines: [line + SEPARATOR * 96 for line in lines], ""),
}
SEPARATOR = "\x1f"
"""Stands for whatever separator the writing has."""


def spoilt(cell: str) -> str:
    return SEPARATOR.join(("a", cell, "c", "d"))


def lines() -> list[str]:
    return [SEPARATOR.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in (HEADS, *SOUND)]


def table(told: list[str], writing: str = "utf-8, unix") -> Table:
    encoding, mark, end, separator = WRITINGS[writing]
    text = "\n".join(told) + "\n"
    return opened(io.BytesIO(mark + text.replace(SEPARATOR, separator).replace("\n", end).encode(encoding)))


def sound(rows: Iterator[Row]) -> list[tuple[object, ...]]:
    return [row.cells[:4] for row in rows if row.cells[:1] in {one[:1] for one in SOUND}]


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_writing_is_read_alike_whatever_is_wrong_with_one_row(writing: str) -> None:
    for defect, (spoil, sentence) in DEFECTS.items():
        read = table(spoil(lines()), writing)
        assert read.heads == HEADS, defect
        assert sound(read.rows()) == list(SOUND), defect
        assert {row.wrong for row in read.rows() if row.wrong} == ({sentence} if sentence else set()), defect


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    read = table(["", *lines()[:2], "", *lines()[2:]])
    assert [row.number for row in read.rows()] == [3, 5, 6]
    assert [row.number for row in read.rows(after=3)] == [5, 6]


def test_headings_that_are_missing_or_come_twice_have_their_own_names() -> None:
    read = opened(io.BytesIO("编号,时间,,时间\n1,2,3,4\n".encode()))
    assert read.heads == ("编号", "时间", "(C)", "时间 (2)")


def test_headings_that_are_understood_are_found_below_other_words() -> None:
    told = "说明,请勿修改,格式,样例\n工单编号,受理时间\n1,2026-05-03\n"
    assert opened(io.BytesIO(told.encode()), known=lambda word: word in HEADS).heads == ("工单编号", "受理时间")


def test_what_another_program_lost_does_not_make_the_file_another_encoding() -> None:
    assert opened(io.BytesIO("编号,内容\n1,��坏了\n".encode())).heads == ("编号", "内容")


def test_one_broken_sign_does_not_make_the_file_another_encoding() -> None:
    read = opened(io.BytesIO("编号,内容\n1,路灯".encode() + b"\xe8\n"))
    assert read.layout.encoding == "utf-8"


def test_what_was_guessed_wrongly_can_be_said() -> None:
    told = "號碼,內容\n1,路燈不亮\n".encode("big5hkscs")
    assert opened(io.BytesIO(told), layout=Layout(encoding="big5hkscs")).heads == ("號碼", "內容")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", EMPTY), (b"\n\n,,\n", EMPTY), (b"a,b\n", EMPTY), (b"%PDF-1.7\n1 0 obj", NO_LIST), (b"\xff\xfe", EMPTY)],
)
def test_what_is_no_list_is_told_so(content: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(io.BytesIO(content))
    assert refused.value.sentence == sentence


def test_a_list_ten_times_as_long_needs_no_more_memory() -> None:
    def peak(count: int) -> int:
        file = io.BytesIO("编号,内容\n".encode() + "2026050300017,路灯不亮\n".encode() * count)
        tracemalloc.start()
        assert sum(1 for _row in opened(file, layout=Layout(encoding="utf-8", separator=",")).rows()) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(5_000) < peak(500) * 1.5


def test_no_head_row_among_blank_ones_is_told() -> None:
    with pytest.raises(Unreadable) as refused:
        opened(io.BytesIO(b"1,2\n3,4\n"))
    assert refused.value.sentence == NO_HEADS
