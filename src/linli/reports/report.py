"""What a report is: a question over the matters, told as sections of rows and columns of which every cell is asked.

A report says nothing about how it is shown: `printed.Printed` is what every page and file draws from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from linli.ground.text import msg

NOW, YEAR_BEFORE, BEFORE, TO_DATE, TO_DATE_YEAR, TO_DATE_BEFORE, LATELY = (
    *("now", "year_before", "before", "to_date", "to_date_year", "to_date_before", "lately"),
)
AGAIN = 30
"""Days within which what comes back at the same place after closing is called lingering."""
WINDOWS: Mapping[str, str] = {
    NOW: msg("This period"),
    YEAR_BEFORE: msg("Same period last year"),
    BEFORE: msg("Period before"),
    TO_DATE: msg("Year to date"),
    TO_DATE_YEAR: msg("Year to date, last year"),
    TO_DATE_BEFORE: msg("Year to the month before"),
    LATELY: msg("This period and the 30 days before"),
}
"""When a figure is asked for, seen from the period of the report."""

LINES, CODES, CATEGORIES, UNITS, CELLS, COLOURS, KINDS, DAYS, HOT, LINGERING = (
    *("lines", "codes", "categories", "units", "cells", "colours", "kinds", "days", "hot", "lingering"),
)
Codes: TypeAlias = str | tuple[str, ...]
Where: TypeAlias = Mapping[str, Codes]


@dataclass(frozen=True)
class Of:
    """One figure: an indicator (left out: the row's own), of which matters beyond those of the row, in which window."""

    indicator: str = ""
    where: Where = field(default_factory=dict)
    window: str = NOW
    numerator: bool = False
    """Of an indicator that is a share only how many are counted above the line, as a figure of its own."""


@dataclass(frozen=True)
class Share:
    """A percentage of two counts of the same row."""

    part: Of
    whole: Of


@dataclass(frozen=True)
class Change:
    """How a figure stands to another: counts in percent, rates in percentage points; both from counts."""

    now: Of
    against: Of


Told: TypeAlias = Of | Share | Change


@dataclass(frozen=True)
class Column:
    """A head, and what is told below it; neighbours with the same `under` share a head above theirs."""

    word: str
    told: Told
    under: str = ""


@dataclass(frozen=True)
class Line:
    """One row: its word or ready label, its place in the answer, what it asks for beyond its column."""

    word: str = ""
    key: tuple[str, ...] = ()
    indicator: str = ""
    where: Where = field(default_factory=dict)
    label: str = ""
    """Shown as it stands, where it is a name and no word of the catalogue."""
    unit: int = 0
    """Of a row of units: which one."""
    under: str = ""
    """The name of the group of rows that it belongs to, such as the units of one level and kind."""


@dataclass(frozen=True)
class Rows:
    """Where the rows come from: `sort` names a way in `lines.WAYS`, the rest is what it needs to know.

    lines       the ones given here, each with an indicator of its own
    codes       a facet of a kind, in the order of its list
    categories  the categories of a kind that stand at the top, or right below `below`
    units       the units right below, like ones together, in the order of the tree
    cells       the cells below, in the order of their codes
    colours     red, orange, yellow, green
    kinds       the kinds installed
    days        the days of the period
    hot         cell and category together, where at least `least` of the first column are
    lingering   cell and category together, where one of the kind was opened within AGAIN days after one was closed
    """

    sort: str
    kind: str = ""
    facet: str = ""
    below: str = ""
    given: tuple[Line, ...] = ()
    least: int = 0
    """At least so many of the first column."""


@dataclass(frozen=True)
class Chart:
    """What of a section is drawn: bars or lines over its rows, of the columns with these places."""

    columns: tuple[int, ...]
    sort: str = "bar"


@dataclass(frozen=True)
class Section:
    """One table: what its rows are called, where they come from, its columns, and whether they add up to a total."""

    name: str
    word: str
    head: str
    rows: Rows
    columns: tuple[Column, ...]
    total: bool = True
    chart: Chart | None = None
    note: str = ""
    kinds: tuple[str, ...] = ()
    """Left out where one of these is not installed."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the narrative; the names in its braces are figures, `unit` or `period`."""

    text: str
    told: Mapping[str, Told]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """One report: its name in addresses and commands, its word, its question, and how it is laid out."""

    name: str
    word: str
    question: str
    kinds: tuple[str, ...]
    """Not offered where one of these is not installed."""
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...] = ()
    order: int = 100
    """Its place in the gallery."""
    one_page: bool = False
    """On paper all of it on one page, its second table beside the first."""


def compared(indicator: str = "", *, where: Where | None = None, under: str = "") -> tuple[Column, ...]:
    """This period, the same last year, the period before, and how the first stands to each."""
    now, year, before = (Of(indicator, where or {}, window) for window in (NOW, YEAR_BEFORE, BEFORE))
    return (
        Column(WINDOWS[NOW], now, under),
        Column(WINDOWS[YEAR_BEFORE], year, under),
        Column(msg("Year on year"), Change(now, year), under),
        Column(WINDOWS[BEFORE], before, under),
        Column(msg("On the period before"), Change(now, before), under),
    )


def to_date(indicator: str = "", *, where: Where | None = None, under: str = "") -> tuple[Column, ...]:
    """The year up to the end of the period, the like part of the year before, and the year up to a month earlier."""
    now, year, before = (Of(indicator, where or {}, window) for window in (TO_DATE, TO_DATE_YEAR, TO_DATE_BEFORE))
    return (
        Column(WINDOWS[TO_DATE], now, under),
        Column(WINDOWS[TO_DATE_YEAR], year, under),
        Column(msg("Year on year"), Change(now, year), under),
        Column(WINDOWS[TO_DATE_BEFORE], before, under),
        Column(msg("On the month before"), Change(now, before), under),
    )


def figures_of(told: Told) -> Sequence[Of]:
    """The one or two figures that a cell is made of."""
    match told:
        case Share(part, whole):
            return (part, whole)
        case Change(now, against):
            return (now, against)
    return (told,)


def register(report: Report) -> Report:
    """Make a report known; called once at the foot of its file in `reports/ready`."""
    if report.name in _REPORTS:
        raise ValueError(f"a report named {report.name} is already registered")
    _REPORTS[report.name] = report
    return report


def registered() -> tuple[Report, ...]:
    """All of them, in the order of the gallery, whatever kinds are installed."""
    return tuple(sorted(_REPORTS.values(), key=lambda report: (report.order, report.name)))


_REPORTS: dict[str, Report] = {}
