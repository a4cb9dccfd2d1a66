"""What loading a file would do or did, row by row, with a sentence for each row that is wrong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linli.ground.text import msg

ROW = msg("Row {line}, {code}: {sentence}")
COUNTS = msg("{new} new, {changed} changed, {same} unchanged, {wrong} wrong")
NEW, CHANGED, SAME, WRONG = FATES = ("new", "changed", "same", "wrong")


@dataclass(frozen=True)
class RowOutcome:
    """The fate of one row; `line` is its number in the file: a table counts its heading, a grid only its features."""

    line: int
    code: str
    fate: str
    sentence: str = ""


@dataclass(frozen=True)
class Outcome:
    """The fates of all rows; nothing was saved when one of them is wrong or it was a dry run."""

    rows: tuple[RowOutcome, ...]
    saved: bool

    @property
    def wrong(self) -> tuple[RowOutcome, ...]:
        return tuple(row for row in self.rows if row.fate == WRONG)

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(row.fate for row in self.rows)
        return {fate: found[fate] for fate in FATES}


def lines(outcome: Outcome) -> Iterable[str]:
    """The outcome as a person reads it on the command line."""
    for row in outcome.wrong:
        yield _(ROW).format(line=row.line, code=row.code or "-", sentence=row.sentence)
    yield _(COUNTS).format(**outcome.counts)
    if outcome.wrong:
        yield _("Nothing was loaded. Put these rows right and load the file again.")
    elif not outcome.saved:
        yield _("Dry run: nothing was loaded.")
