"""What loading a file would do or did, row by row, with a sentence for each row that is wrong."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

NEW, CHANGED, SAME, WRONG = FATES = ("new", "changed", "same", "wrong")


@dataclass(frozen=True)
class RowOutcome:
    """The fate of one row; `line` counts the rows of data from 1."""

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
        yield f"row {row.line}, {row.code or '-'}: {row.sentence}"
    yield ", ".join(f"{number} {fate}" for fate, number in outcome.counts.items())
    if outcome.wrong:
        yield "Nothing was loaded. Put these rows right and load the file again."
    elif not outcome.saved:
        yield "Dry run: nothing was loaded."
