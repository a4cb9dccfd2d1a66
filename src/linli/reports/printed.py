"""A report as it is printed: title, heads, rows, totals, sentences and what explains each figure. Plain data only.

The desk's page, .xlsx, .csv, .json and .docx all draw from this, so that they cannot differ; kept as issued, too:
what is added here has a default, so that older ones can still be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from linli.paper.figures import number

COUNT, RATE, SHARE, CHANGE = "figure", "rate", "share", "change"


@dataclass(frozen=True)
class Counted:
    """One figure that was asked for: what it counts, and how to find the rows behind it again."""

    indicator: str
    window: str
    period: str
    top: int
    below: int | None
    text: str
    behind: str
    """The question whose rows are as many as `top` says, as a query; of medians and sums what they are taken from."""
    behind_below: str = ""


@dataclass(frozen=True)
class Cell:
    """One printed value. A plain figure is made of one counted figure; a share or a change of two."""

    text: str
    sort: str
    figures: tuple[Counted, ...] = ()
    why: str = ""
    """Why it says nothing, where that needs to be said."""

    @property
    def value(self) -> float | None:
        """For charts: the printed number, a percentage as it is printed."""
        found = number(self.text)
        return None if found is None else float(found.value) * (100 if "%" in self.text else 1)


@dataclass(frozen=True)
class Head:
    """The head of one column, and the indicators that explain it."""

    word: str
    under: str
    sort: str
    indicators: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """On one line, with the head above it."""
        return f"{self.under} · {self.word}" if self.under else self.word


@dataclass(frozen=True)
class PrintedRow:
    """One row: its label, the group of rows it belongs to, its codes, its cells."""

    label: str
    under: str
    key: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Series:
    """One line or group of bars of a chart: its name, and a value for each row."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class PrintedSection:
    """One table with its heads, its rows and the row of totals, where its rows add up."""

    name: str
    word: str
    head: str
    heads: tuple[Head, ...]
    rows: tuple[PrintedRow, ...]
    total: PrintedRow | None = None
    note: str = ""
    charted: tuple[int, ...] = ()
    chart: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands along the axis of its chart."""
        return tuple(row.label for row in self.rows)

    @property
    def series(self) -> tuple[Series, ...]:
        """What its chart draws: the very cells of the table."""
        return tuple(
            Series(self.heads[place].full, tuple(row.cells[place].value for row in self.rows)) for place in self.charted
        )

    @property
    def every_row(self) -> tuple[PrintedRow, ...]:
        return (*self.rows, *((self.total,) if self.total else ()))

    @property
    def grouped(self) -> Iterator[tuple[str, PrintedRow]]:
        """Each row, with the name of its group before the first of it and nothing before the others."""
        last = ""
        for row in self.every_row:
            yield (row.under if row.under != last else ""), row
            last = row.under


@dataclass(frozen=True)
class Part:
    """A piece of a sentence: running text, or a cell with what it is made of."""

    text: str
    cell: Cell | None = None


@dataclass(frozen=True)
class Definition:
    """What an indicator counts, for the foot of the page: numerator, denominator, by which date, without what."""

    name: str
    word: str
    form: str
    top: str
    below: str
    basis: str
    excludes: str
    unit: str
    version: int


@dataclass(frozen=True)
class Printed:
    """One report over one unit's subtree and one period, at one moment."""

    name: str
    title: str
    question: str
    unit: str
    unit_code: str
    period: str
    """As it is written in an address or a command: 2026-05."""
    period_word: str
    cut_at: datetime
    cut_word: str
    windows: Mapping[str, str]
    """Each window that stands in it -> its first and last day, in words."""
    sections: tuple[PrintedSection, ...]
    sentences: tuple[tuple[Part, ...], ...]
    definitions: tuple[Definition, ...]
    number: str = ""
    """Of a report as it was issued; empty while it is live."""
    over: bool = True
    """Whether the period had ended at the cut-off: one that is still running is no fair match for a whole one."""
    one_page: bool = False
    complete: bool = True
    """Whether all that was entered up to the cut-off is counted; after much work at once it takes a minute."""

    @property
    def narrative(self) -> tuple[str, ...]:
        """Its sentences as plain text."""
        return tuple("".join(part.text for part in sentence) for sentence in self.sentences)

    def cells(self) -> Iterator[Cell]:
        """Every cell of its tables and sentences."""
        for section in self.sections:
            for row in section.every_row:
                yield from row.cells
        for sentence in self.sentences:
            yield from (part.cell for part in sentence if part.cell)
