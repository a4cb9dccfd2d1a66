"""A filled sheet as one reads it on paper: which figures it prints, what each is called, and which of them add up."""

import re
from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from linli.paper.form.address import Address
from linli.paper.form.book import Book
from linli.paper.form.cells import Sheet, Value
from linli.paper.form.figures import Figure, figure
from linli.paper.form.formulas import parts
from linli.paper.form.heads import above, beside, is_word
from linli.paper.form.worked import Worked

NOT_ADDED = re.compile(
    "率|比|平均|中位|名次|排名|序号|增幅|%|％|rate|share|median|average|change|percent", re.IGNORECASE
)


PATIENCE = 60_000
"""So many lines are looked at for totals; what is not found wrong by then is not told."""


class Printed:
    """One sheet with what is filled into it; `apart`: cells whose figures are no counts, so that none adds them up."""

    def __init__(
        self, book: Book, sheet: Sheet, filled: Mapping[Address, Value], *, apart: Container[Address] = ()
    ) -> None:
        self.sheet = sheet.name
        self.worked = Worked(sheet, filled)
        self.apart = apart
        self._book = book
        self._known: dict[Address, Figure | None] = {}
        self._over: dict[Address, list[str]] = {}
        self._left_of: dict[Address, list[str]] = {}
        self.patience = PATIENCE

    def words(self) -> Iterator[Address]:
        """The cells in which words stand, in order."""
        return (at for at, cell in self.worked.sheet.cells.items() if self.worked.text(at) and cell.value)

    def figures(self) -> Iterator[tuple[Address, Figure]]:
        """Everything that is printed as a figure and is no formula, which works itself out."""
        for at in sorted({*self.worked.sheet.cells, *self.worked.filled}):
            if not self.worked.sheet.formula(at) and (found := self.figure(at)):
                yield at, found

    def is_filled(self, at: Address) -> bool:
        return at in self.worked.filled

    def figure(self, at: Address) -> Figure | None:
        if at not in self._known:
            cell = self.worked.sheet.cells.get(at)
            self._known[at] = figure(self.worked.value(at), self._book.format(cell.style) if cell else "")
        return self._known[at]

    def between(self, head: Address, at: Address) -> tuple[str, ...]:
        """The words on the way from the head of a line to a cell of it."""
        sheet = self.worked.sheet
        if head.row == at.row:
            way = (one for one in sheet.words_by_row.get(at.row, ()) if head.column <= one.column < at.column)
        else:
            way = (one for one in sheet.words_by_column.get(at.column, ()) if head.row <= one.row < at.row)
        words = (self.worked.text(one).strip() for one in way)
        return tuple(one for one in words if is_word(one))

    def over(self, at: Address) -> list[str]:
        if at not in self._over:
            self._over[at] = [text for _, text in above(self.worked, at)]
        return self._over[at]

    def left_of(self, at: Address) -> list[str]:
        if at not in self._left_of:
            self._left_of[at] = [text for _, text in beside(self.worked, at)]
        return self._left_of[at]

    def is_added(self, at: Address) -> bool:
        """Whether a total of such figures is their sum."""
        found = self.figure(at)
        if found is None or found.is_percent or at in self.apart or self.worked.sheet.formula(at):
            return False
        return not any(NOT_ADDED.search(text) for text in (*self.over(at), *self.left_of(at)))

    @cached_property
    def sums(self) -> dict[Address, tuple[Address, ...]]:
        """The formulas that plainly add up cells, with these."""
        told = ((at, parts(cell.formula)) for at, cell in self.worked.sheet.cells.items() if cell.formula)
        return {at: added for at, added in told if added}
