"""A sheet laid out to be drawn: its rows of cells, what they say, how far they reach, and how wide the columns are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from linli.paper.form.address import Address, Block, letters
from linli.paper.form.book import Book
from linli.paper.form.cells import Sheet, Value
from linli.paper.form.formats import shown
from linli.paper.form.worked import Worked

ROWS, COLUMNS = 300, 52
BEYOND = 2
"""Empty rows and columns behind the last that says something."""
USUAL, PIXELS, NARROWEST, WIDEST = 9.0, 7, 32, 320


@dataclass(frozen=True)
class Drawn:
    """One cell as it is drawn; `right` and `down`: over how many columns and rows it reaches."""

    at: Address
    text: str
    right: int
    down: int
    is_number: bool
    is_formula: bool
    is_filled: bool


@dataclass(frozen=True)
class Row:
    """One row with its number in front."""

    number: int
    cells: tuple[Drawn, ...]


@dataclass(frozen=True)
class Grid:
    """What is drawn of a sheet; `is_cut`: there is more of it."""

    sheet: str
    columns: tuple[tuple[str, int], ...]
    """Their letters, and how many pixels wide they are."""
    rows: tuple[Row, ...]
    is_cut: bool


def grid(book: Book, sheet: Sheet, *, filled: Mapping[Address, Value] | None = None) -> Grid:
    """The sheet, with what is filled into it if anything is."""
    last = Address(min(sheet.last.row + BEYOND, ROWS), min(sheet.last.column + BEYOND, COLUMNS))
    shown_columns = [column for column in range(1, last.column + 1) if column not in sheet.hidden]
    worked = Worked(sheet, filled or {})
    merged = {one.first: one for one in sheet.merges}
    covered = {at for one in sheet.merges for at in _within(one, last) if at != one.first}
    rows = (
        Row(row, tuple(_cells(book, worked, [Address(row, one) for one in shown_columns], merged, covered)))
        for row in range(1, last.row + 1)
    )
    columns = tuple((letters(one), _pixels(sheet, one)) for one in shown_columns)
    return Grid(sheet.name, columns, tuple(rows), sheet.last > last or sheet.last.column > last.column)


def _cells(
    book: Book, worked: Worked, row: list[Address], merged: Mapping[Address, Block], covered: set[Address]
) -> Iterator[Drawn]:
    for at in row:
        if at not in covered:
            last = merged.get(at, Block(at, at)).last
            right = sum(1 for one in range(at.column, min(last.column, COLUMNS) + 1) if one not in worked.sheet.hidden)
            yield _drawn(book, worked, at, right=right, down=min(last.row, ROWS) - at.row + 1)


def _drawn(book: Book, worked: Worked, at: Address, *, right: int, down: int) -> Drawn:
    cell, value = worked.sheet.cells.get(at), worked.value(at)
    form = book.format(cell.style) if cell else ""
    text = shown(value, form, since=book.since) if isinstance(value, Decimal) else (value or "")
    is_formula = bool(cell and cell.formula) and at not in worked.filled
    return Drawn(at, text, right, down, isinstance(value, Decimal), is_formula, at in worked.filled)


def _within(one: Block, last: Address) -> Iterator[Address]:
    end = Address(min(one.last.row, last.row), min(one.last.column, last.column))
    return Block(one.first, end).cells()


def _pixels(sheet: Sheet, column: int) -> int:
    return max(NARROWEST, min(WIDEST, round(sheet.widths.get(column, USUAL) * PIXELS)))
