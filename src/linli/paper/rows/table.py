"""A list that was opened: how it is to be read, its headings, its first rows, and all of them one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import IO

from linli.ground.text import msg
from linli.paper.rows import workbook
from linli.paper.rows.encoding import ENCODINGS, guessed
from linli.paper.rows.heads import SOUGHT, head_row, named
from linli.paper.rows.lines import SEPARATORS, rows, separator_of
from linli.paper.rows.row import Row, Unreadable
from linli.paper.rows.workbook import Book

EMPTY = msg("There are no rows in the file. Choose the file that holds the list.")
NO_HEADS = msg("No row of headings was found. Write what each column holds into the first row and choose it again.")
NO_ENCODING = msg("“{encoding}” is no encoding that is read here. Choose one of: {encodings}.")
UNNAMED = "({place})"
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\x7fELF")
NO_LIST = msg("This is no list. Choose an .xlsx or .csv file.")


@dataclass(frozen=True)
class Layout:
    """How a file is read; what is empty is found out."""

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    head: int = 0


@dataclass(frozen=True)
class Table:
    """A list with its headings; asked again, it is read again."""

    file: IO[bytes]
    layout: Layout
    book: Book | None = None
    unnamed: str = UNNAMED

    @cached_property
    def first(self) -> list[Row]:
        """The first rows as they stand in the file, titles and headings among them."""
        return list(islice(self._all(), SOUGHT))

    @cached_property
    def heads(self) -> tuple[str, ...]:
        width = max(len(row.cells) for row in self.first if not row.wrong)
        cells = next((row.cells for row in self.first if row.number == self.layout.head), ())
        return named(_without_tail(cells), width=len(_without_tail(cells)) or width, unnamed=self.unnamed)

    def rows(self, *, after: int = 0) -> Iterator[Row]:
        """The rows below the headings that are not blank; those up to the number `after` are passed over."""
        begins = max(after, self.layout.head)
        return (row for row in self._all() if row.number > begins and not row.blank)

    def _all(self) -> Iterator[Row]:
        if self.book:
            return self.book.rows()
        return rows(self.file, encoding=self.layout.encoding, separator=self.layout.separator)


def opened(
    file: IO[bytes], *, layout: Layout | None = None, known: Callable[[str], bool] = lambda word: False
) -> Table:
    """The list as the layout says, the rest found out. `known`: whether a heading is understood. Raises Unreadable."""
    layout = layout or Layout()
    table = _of_book(file, layout) if workbook.is_book(file) else _of_lines(file, layout)
    if all(row.blank for row in table.first):
        raise Unreadable(EMPTY)
    head = layout.head or head_row(table.first, known=known)
    if not head:
        raise Unreadable(NO_HEADS)
    found = replace(table, layout=replace(table.layout, head=head))
    if next(found.rows(), None) is None:
        raise Unreadable(EMPTY)
    return found


def _of_book(file: IO[bytes], layout: Layout) -> Table:
    book = workbook.read(file, sheet=layout.sheet)
    return Table(file, replace(layout, encoding="", separator="", sheet=book.sheet), book)


def _of_lines(file: IO[bytes], layout: Layout) -> Table:
    file.seek(0)
    if file.read(8).startswith(BINARY):
        raise Unreadable(NO_LIST)
    if layout.encoding and layout.encoding not in ENCODINGS:
        raise Unreadable(NO_ENCODING, encoding=layout.encoding, encodings=", ".join(ENCODINGS))
    encoding = layout.encoding or guessed(file)
    separator = layout.separator if layout.separator in SEPARATORS else separator_of(file, encoding=encoding)
    return Table(file, replace(layout, encoding=encoding, separator=separator, sheet=""))


def _without_tail(cells: tuple[object, ...]) -> tuple[str, ...]:
    told = [str(cell) for cell in cells]
    while told and not told[-1].strip():
        told.pop()
    return tuple(told)
