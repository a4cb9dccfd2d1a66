"""A list as a file: rows written one after another, as a workbook or as lines of text, and none of them a formula."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from xlsxwriter import Workbook

from linli.paper.numerals import width
from linli.paper.tab import OPTIONS, PALE, set_up, tab_name
from linli.paper.text import lawful

Cell = str | int | datetime | None
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the beginning of a formula, in the wide form of Chinese input too."""
BLANK = " \u00a0\u3000\ufeff"
MOMENT, WRITTEN = "yyyy-mm-dd hh:mm", "%Y-%m-%d %H:%M"
MOST_OF_A_CELL, LINE, A_LINE_MORE, HIGHEST, MOST_LOOKED_AT = 32_767, 16, 17, 409, 2_000
"""The most signs of a cell, how high a line is, each further one (of Chinese signs of ten points as LibreOffice sets
them; Excel takes less), and a row at most, in points; and how many signs of a cell are looked at to see how many lines
it takes, which is more than any row shows."""
KEPT_OF_A_ROW = ("row_info", "row_sizes")
"""What xlsxwriter keeps, until the file is closed, of each row whose height was set, although the row is long written:
with it a longer list would need more memory. Its manual names neither, so another release may lack them."""


@dataclass(frozen=True)
class Column:
    """One column: what stands over it, and how many Latin letters wide it is."""

    word: str
    width: int = 12


@dataclass(frozen=True)
class Sheet:
    """What stands around the rows: the name, the lines above them, and the pale line on each printed page."""

    name: str
    head: Sequence[str]
    columns: Sequence[Column]
    mark: str


def write_workbook(sheet: Sheet, rows: Iterable[Sequence[Cell]], into: IO[bytes]) -> None:
    """An .xlsx of one tab; no more than one row is held at a time.

    What is longer than its column goes on below it, in a row as high as that needs; a number, which cannot, is printed
    smaller, for otherwise #### stands in its place.
    """
    book = Workbook(into, OPTIONS)
    book.set_properties({"title": sheet.name, "comments": sheet.mark})
    book.formats[0].set_font_size(10)
    tab = book.add_worksheet(tab_name(sheet.name))
    tab.set_default_row(LINE)
    first = _above(book, tab, sheet)
    text, number, moment = (
        book.add_format({**more, "valign": "top"})
        for more in ({"text_wrap": True}, {"shrink": True}, {"num_format": MOMENT, "align": "left"})
    )
    last = first
    for last, row in enumerate(rows, first + 1):
        for place, cell in enumerate(row):
            as_written = moment if isinstance(cell, datetime) else number if isinstance(cell, int) else text
            _write(tab, last, place, cell, as_written=as_written)
        _make_high(tab, last, row, sheet.columns)
    _dress(tab, sheet, first=first, last=last)
    book.close()


def text_lines(sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A .csv of the same, as spreadsheets read it: every cell in quotation marks, no formula, and UTF-8 said so."""
    yield "\ufeff".encode()
    for line in _lines(sheet, rows):
        yield line.encode()


def json_lines(sheet: Sheet, rows: Iterable[Mapping[str, Cell]]) -> Iterator[bytes]:
    """JSON Lines, https://jsonlines.org: what stands above the rows in the first object, then one object a row."""
    yield _object({"about": [sheet.name, *sheet.head]})
    yield from map(_object, rows)


def harmless(text: str) -> str:
    """A cell of a .csv that begins like a formula begins with an apostrophe instead."""
    return f"'{text}" if text.lstrip(BLANK).startswith(FORMULA) or text.startswith(FORMULA) else text


class _Line:
    """What `csv` writes to: it hands each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def _lines(sheet: Sheet, rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    for said in (sheet.name, *sheet.head):
        yield str(writer.writerow([harmless(lawful(said))]))
    yield str(writer.writerow([]))
    yield str(writer.writerow([harmless(lawful(column.word)) for column in sheet.columns]))
    for row in rows:
        yield str(writer.writerow([_plain(cell) for cell in row]))


def _object(told: Mapping[str, object]) -> bytes:
    return json.dumps(told, ensure_ascii=False, default=_moment).encode() + b"\n"


def _moment(value: object) -> str:
    """A moment with its zone, or else TypeError."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    raise TypeError(f"not of a row: {value!r}")


def _plain(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.strftime(WRITTEN)
    return str(cell) if isinstance(cell, int) else harmless(lawful(cell or ""))


def _above(book: Any, tab: Any, sheet: Sheet) -> int:
    """The name, the lines and the headings; answers the row of the headings."""
    bold, said = book.add_format({"bold": True, "font_size": 14}), book.add_format({"font_color": f"#{PALE}"})
    over = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "valign": "top", "text_wrap": True})
    for place, column in enumerate(sheet.columns):
        tab.set_column(place, place, column.width)
    for place, line in enumerate((sheet.name, *sheet.head)):
        tab.write_string(place, 0, _text(line), said if place else bold)
    first = len(sheet.head) + 2
    tab.set_row(0, LINE * 1.4)
    for place, column in enumerate(sheet.columns):
        tab.write_string(first, place, _text(column.word), over)
    _make_high(tab, first, [column.word for column in sheet.columns], sheet.columns)
    return first


def _make_high(tab: Any, row: int, cells: Sequence[Cell], columns: Sequence[Column]) -> None:
    """As many lines as its longest cell takes; what was said of the row before is written and let go."""
    lines = max((_lines_of(cell, one.width) for cell, one in zip(cells, columns, strict=False)), default=1)
    if lines > 1:
        tab.set_row(row, min(HIGHEST, LINE + (lines - 1) * A_LINE_MORE))
    for kept in KEPT_OF_A_ROW:
        getattr(tab, kept, {}).pop(row - 1, None)


def _lines_of(cell: Cell, room: int) -> int:
    """How many lines a cell takes in a column of that width; of most cells that is seen at once."""
    if not isinstance(cell, str) or (2 * len(cell) < room and "\n" not in cell):
        return 1
    told = cell[:MOST_LOOKED_AT].splitlines() or [""]
    return sum(max(1, -int(-2 * width(one) // (room - 1))) for one in told)


def _write(tab: Any, row: int, place: int, cell: Cell, *, as_written: Any) -> None:
    if isinstance(cell, datetime):
        tab.write_datetime(row, place, cell, as_written)
    elif isinstance(cell, int):
        tab.write_number(row, place, cell, as_written)
    elif cell:
        tab.write_string(row, place, _text(cell), as_written)


def _dress(tab: Any, sheet: Sheet, *, first: int, last: int) -> None:
    """How it is looked at and printed: by every column it can be filtered."""
    tab.autofilter(first, 0, max(last, first + 1), len(sheet.columns) - 1)
    set_up(tab, heads=(first, first), mark=sheet.mark, across=True)


def _text(text: str) -> str:
    return lawful(text)[:MOST_OF_A_CELL]
