"""Which numbers of a table stay hidden, so that nobody can work out a small one from all that is printed."""

from collections.abc import Mapping
from enum import StrEnum

from linli.opendata.network import ALL, Cell, Network, Step, Table

UNDER = 5
INNER, UNIT_TOTAL, KIND_TOTAL, GRAND_TOTAL = 10, 15, 40, 200


class Mark(StrEnum):
    """What is printed in the place of a number."""

    SMALL = "small"
    """From 0 to one less than the limit; never on a total."""
    ALONG = "along"
    """Hidden so that a small one cannot be worked out; of a total it says nothing about its size."""


def marks(table: Table, *, under: int = UNDER) -> dict[Cell, Mark]:
    """The mark of each number that is not printed.

    Each number under the limit could then be any from 0 to one less than the limit, for all that the rest tells;
    no hidden number at all can be worked out.
    """
    if under < 2:
        raise ValueError(f"A limit of {under} hides nothing.")
    return Hiding(table, under).marks()


class Hiding:
    """The work on one table: hide what is small, and what must change with it when it changes.

    Whatever is hidden along has changed in some table that fits all that is printed, so it is never certain either.
    It is chosen by where it stands, not by its size. The hidden only grow, and more hidden is never less uncertain,
    so one pass is enough; there is always a loop, for were everything hidden, every small number would be free.
    """

    def __init__(self, table: Table, under: int) -> None:
        self.table, self.under = table, under
        self.network = Network(table)
        self.small = tuple(cell for cell, value in table.values.items() if value < under)
        self.hidden = set(self.small)

    def marks(self) -> dict[Cell, Mark]:
        for cell in self.small:
            self._cover(cell, -1, self.table.values[cell])
            self._cover(cell, +1, self.under - 1 - self.table.values[cell])
        return {cell: self._mark(cell) for cell in self.table.values if cell in self.hidden}

    def _cover(self, cell: Cell, by: int, times: int) -> None:
        """Let the number change so far, hiding along whatever must change with it."""
        values = dict(self.table.values)
        for _ in range(times):
            loop = self.network.loop(cell, by, prices=self._prices(values))
            self.hidden.update(changed for changed, _ in loop)
            for changed, step in loop:
                values[changed] += step

    def _prices(self, values: Mapping[Cell, int]) -> dict[Step, int]:
        return {
            (cell, by): 0 if cell in self.hidden else self._price(cell)
            for cell, value in values.items()
            for by in (-1, +1)
            if self._allows(cell, value + by)
        }

    def _allows(self, cell: Cell, value: int) -> bool:
        """Whether the mark that the cell has, or would have, leaves it this value."""
        if self.table.is_total(cell):
            return value >= 0
        return 0 <= value < self.under if self.table.values[cell] < self.under else value >= self.under

    def _mark(self, cell: Cell) -> Mark:
        return Mark.ALONG if self.table.is_total(cell) or cell not in self.small else Mark.SMALL

    def _price(self, cell: Cell) -> int:
        if cell == (self.table.root, ALL):
            return GRAND_TOTAL
        if not self.table.is_total(cell):
            return INNER
        return UNIT_TOTAL if cell[1] == ALL else KIND_TOTAL
