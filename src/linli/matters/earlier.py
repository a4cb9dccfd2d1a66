"""The last new rows of a list that is only weighed: what a later row of the same number would do to their matters."""

from dataclasses import dataclass, field
from typing import NamedTuple

from linli.matters.incoming import WRITTEN, Row, Told
from linli.matters.preparing import Preparer, changed_columns, remembering
from linli.matters.timeline import Timeline

KEPT, OF_ONE = 10_000, 20
"""Of how many numbers rows are kept in hand, and how many of one: a list may have a million rows."""


class Fitted(NamedTuple):
    """A row as its kind takes it."""

    row: Row
    said: Told
    told: Told
    digests: str


@dataclass(frozen=True)
class Earlier:
    """By their number rows that open a matter, which is not written, and those behind them that change it."""

    known: Preparer
    rows: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    def keep(self, number: str, row: Row) -> None:
        """The oldest goes; what comes again too often is not followed any further."""
        rows = (*self.rows.pop(number, ()), row)
        if len(rows) > OF_ONE:
            return
        self.rows[number] = rows
        if len(self.rows) > KEPT:
            del self.rows[next(iter(self.rows))]

    def changed_by(self, number: str, row: Row) -> bool:
        """Whether it says something else of the matter of that number. Raises Wrong.

        The rows are told in their order by the rules by which they are taken in, so it comes to the same.
        """
        first, *others = map(self._fitted, self.rows[number])
        line, digests = self.known.teller.opened(self.known.kind, first.told), first.digests
        for one in others:
            digests = self._mended(line, digests, one)
        return self._mended(line, digests, self._fitted(row)) != digests

    def _mended(self, line: Timeline, before: str, one: Fitted) -> str:
        """What is known of the matter from there on."""
        changed = changed_columns(before, one.digests) - ({"unit"} - one.said.keys())
        if not changed:
            return before
        self.known.teller.mended(line, {**one.told, WRITTEN: one.row.told}, changed, of=None)
        return remembering(before, one.digests)

    def _fitted(self, row: Row) -> Fitted:
        said = self.known.lists.fit(row)
        return Fitted(row, said, self.known.placed(said), self.known.digests(said))
