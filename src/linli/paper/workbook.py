"""A workbook told plainly, and the bytes of its .xlsx: what is printed as a number is one, and shown as printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from linli.paper.figures import Number, number
from linli.paper.numerals import width
from linli.paper.tab import OPTIONS, set_up, tab_name
from linli.paper.text import lawful

NARROW, WIDE, WIDEST, OF_TEXT = 9.0, 12.0, 44.0, 24.0
BROAD = 8
"""More columns than this lie better on a page turned sideways."""
LINE = {"font_name": "宋体", "font_size": 10, "border": 1, "valign": "vcenter"}
LOOKS = {
    "title": {"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"},
    "fact": {"font_name": "宋体", "font_size": 10, "valign": "vcenter"},
    "head": {**LINE, "font_name": "黑体", "align": "center", "text_wrap": True, "bg_color": "#EDEDED"},
    "label": {**LINE, "text_wrap": True},
    "group": {**LINE, "font_name": "黑体", "bg_color": "#F7F7F7"},
    "sum": {**LINE, "bold": True},
    "note": {"font_name": "宋体", "font_size": 9, "text_wrap": True, "valign": "top"},
}


@dataclass(frozen=True)
class Head:
    """The head of one column; those beside each other with the same `under` share a head above."""

    word: str
    under: str = ""


@dataclass(frozen=True)
class Line:
    """One row: what it is called and its values as they are printed; one without values is a heading of its own."""

    label: str
    values: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True)
class Sheet:
    """One table on a page of its own: title, what it is about, heads, rows, and notes below."""

    name: str
    title: str
    facts: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    wordy: bool = False
    """Its values are running text rather than figures."""


def xlsx(sheets: Iterable[Sheet], *, at: datetime, creator: str = "", mark: str = "") -> bytes:
    """The same sheets give the same bytes; `mark` stands at the foot of every printed page."""
    written = BytesIO()
    with Workbook(written, OPTIONS) as book:
        created = at.astimezone(UTC).replace(tzinfo=None)
        book.set_properties({"created": created, "author": lawful(creator)})
        looks = Looks(book)
        taken: set[str] = set()
        for sheet in sheets:
            taken.add(name := tab_name(sheet.name, taken=taken))
            _write(book.add_worksheet(name), sheet, looks, mark=mark)
    return written.getvalue()


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.made: dict[tuple[str, str], Format] = {}

    def of(self, look: str, *, shown: str = "") -> Format:
        if (look, shown) not in self.made:
            said = {**LOOKS[look], **({"num_format": shown, "align": "right"} if shown else {})}
            self.made[look, shown] = self.book.add_format(said)
        return self.made[look, shown]


def _write(page: Worksheet, sheet: Sheet, looks: Looks, *, mark: str) -> None:
    """From the top down, row by row: what is written is not held in memory."""
    last = max(len(sheet.heads) - 1, 1)
    _widths(page, sheet)
    page.set_row(0, 28)
    page.merge_range(0, 0, 0, last, lawful(sheet.title), looks.of("title"))
    for row, fact in enumerate(sheet.facts, 1):
        page.write_string(row, 0, lawful(fact), looks.of("fact"))
    top = 1 + len(sheet.facts)
    first = _heads(page, sheet.heads, looks, top=top)
    page.center_horizontally()
    set_up(page, heads=(top, first - 1), mark=mark, across=len(sheet.heads) > BROAD, frozen=1)
    for row, line in enumerate(sheet.rows, first):
        _line(page, line, looks, row=row, last=last, plain="" if sheet.wordy else "@")
        if sheet.wordy:
            page.set_row(row, 14 * max(_high(text, OF_TEXT) for text in (line.label, *line.values)))
    for row, note in enumerate(sheet.notes, first + len(sheet.rows) + 1):
        page.merge_range(row, 0, row, last, lawful(note), looks.of("note"))
        page.set_row(row, 13 * _lines(note, sheet))


def _heads(page: Worksheet, heads: Sequence[Head], looks: Looks, *, top: int) -> int:
    """One row of heads, or two where some share one; the row below them."""
    look = looks.of("head")
    if any(head.under for head in heads):
        column = 0
        for under, shared in groupby(heads, key=lambda head: head.under):
            across = len(list(shared))
            if under and across > 1:
                page.merge_range(top, column, top, column + across - 1, lawful(under), look)
            else:
                for place in range(column, column + across):
                    page.write(top, place, lawful(under) or None, look)
            column += across
        top += 1
    page.set_row(top, 15 * max(_high(head.word, NARROW if place else WIDE) for place, head in enumerate(heads)))
    for column, head in enumerate(heads):
        page.write_string(top, column, lawful(head.word), look)
    return top + 1


def _line(page: Worksheet, line: Line, looks: Looks, *, row: int, last: int, plain: str) -> None:
    if not line.values:
        page.merge_range(row, 0, row, last, lawful(line.label), looks.of("group"))
        return
    page.write_string(row, 0, lawful(line.label), looks.of("sum" if line.strong else "label"))
    for column, text in enumerate(line.values, 1):
        look = "sum" if line.strong else "label"
        found: Number | None = number(text)
        if found is None:
            page.write_string(row, column, lawful(text), looks.of(look, shown=plain))
        else:
            page.write_number(row, column, float(found.value), looks.of(look, shown=found.shown))


def _widths(page: Worksheet, sheet: Sheet) -> None:
    labels = [sheet.heads[0].word, *(line.label for line in sheet.rows if line.values)]
    page.set_column(0, 0, min(WIDEST, max([WIDE, *(2.1 * width(label) for label in labels)])))
    rows = [line.values for line in sheet.rows if line.values]
    longest = [max((width(one) for one in column), default=0.0) for column in zip(*rows, strict=True)]
    for column, long in enumerate(longest, 1):
        page.set_column(column, column, min(OF_TEXT, max(NARROW, 2.1 * long)))


def _lines(note: str, sheet: Sheet) -> int:
    return _high(note, WIDE * 2 + NARROW * len(sheet.heads))


def _high(text: str, room: float) -> int:
    return max(1, -int(-2 * width(text) // room))
