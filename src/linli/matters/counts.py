"""The seam of counting: what a timeline counts for, told by each kind, and the indicators that are made of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from linli.matters.facts import Fact
from linli.matters.state import State

COUNT, RATE, SUM, MEDIAN, P90, STOCK = FORMS = ("count", "rate", "sum", "median", "p90", "stock")
"""How many · how many of how many · how much · the middle one · nine of ten lie below · how many at the end."""
CATEGORY, MARK = "category", "mark"
"""Listings that a kind does not keep itself: the office's categories, and the names of its own marks."""
DAYS, HOURS, YUAN, PERSONS = "days", "hours", "yuan", "persons"
FIRST = date(2000, 1, 1)


@dataclass(frozen=True)
class Stood:
    """How a matter stood at one place of its line, as far as counting looks at it."""

    stage: str = ""
    phase: str = ""
    clock: str = ""
    unit: int = 0
    colour: str = ""
    outcome: str = ""
    shut: bool = False
    due: datetime | None = None
    """The deadline of its stage, where it has one."""
    marks: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Happened:
    """One event as counting reads it: the fact without its words, how the matter stood before it, and after."""

    seq: int
    at: datetime
    fact: Fact
    before: Stood
    after: Stood
    listed: bool = False
    """A list from outside told it: nobody here did it, and of many a list no more is known than that it was done."""

    @property
    def says(self) -> str:
        """The name of the fact."""
        return type(self.fact).__name__

    def in_time(self, mark: str) -> bool:
        """Whether it came before that moment was over; where none stood, nothing was late."""
        return mark not in self.before.marks or self.at <= self.before.marks[mark]

    def settles(self, mark: str) -> bool:
        """Whether that moment stood before it and no longer stands so after, or the matter is closed."""
        return mark in self.before.marks and (self.after.shut or self.after.marks.get(mark) != self.before.marks[mark])


@dataclass(frozen=True)
class Count:
    """One thing that counts: of what, when, and of which event; `value` in minutes, fen or persons."""

    measure: str
    at: datetime
    seq: int
    value: int = 0
    unit: int | None = None
    """Of which unit it is; None: of the unit that answers for the matter today."""
    facets: Mapping[str, str] = field(default_factory=dict)
    """What is not as the matter is today: sort, origin, result, step, colour."""
    on: date | None = None
    """The day by which it counts, where that is not the day of `at`."""
    until: datetime | None = None
    """Of what lasts: when it ended. Only measures of the form `stock` last."""
    lasts: bool = False


@dataclass(frozen=True)
class Indicator:
    """A named figure: what is counted, of what, by which day, and what is left out; dated like all policy."""

    name: str
    word: str
    top: tuple[str, ...]
    """The measures summed."""
    below: tuple[str, ...] = ()
    """The measures of which it is a share; empty: a plain figure."""
    form: str = COUNT
    basis: str = ""
    """A msgid: by which day it counts."""
    excludes: str = ""
    """A msgid: what is left out; empty when nothing is."""
    unit: str = ""
    """In what a sum or a time is shown: days, hours, yuan, persons."""
    since: date = FIRST
    """From which day on it is counted so; of two with one name the later holds for what ends after that."""
    version: int = 1


@dataclass(frozen=True)
class Row:
    """An indicator before it is said of which kind: with something below it is a share, where it is no stock."""

    name: str
    word: str
    top: tuple[str, ...]
    basis: str
    below: tuple[str, ...] = ()
    form: str = COUNT
    excludes: str = ""
    unit: str = ""
    version: int = 1
    """Raised when it is counted in another way for all of time: what was issued keeps the number it was counted by."""

    def of(self, kind: str) -> Indicator:
        """The indicator: every name gets the kind's before it."""
        return Indicator(
            name=f"{kind}.{self.name}",
            word=self.word,
            top=tuple(f"{kind}.{name}" for name in self.top),
            below=tuple(f"{kind}.{name}" for name in self.below),
            form=RATE if self.below and self.form == COUNT else self.form,
            basis=self.basis,
            excludes=self.excludes,
            unit=self.unit,
            version=self.version,
        )


Tell = Callable[[Sequence[Happened], State], Iterable[Count]]


@dataclass(frozen=True)
class Counting:
    """What of a kind can be counted. Each measure begins with the name of the kind and a full stop."""

    measures: Mapping[str, str]
    """Measure -> msgid of what one of it is."""
    facets: Mapping[str, str]
    """Facet -> the listing of its codes in Kind.choices, or CATEGORY, or MARK."""
    indicators: tuple[Indicator, ...]
    tell: Tell
    """A pure function: what happened and the present state -> what counts."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Two facets that the office's tables look at together, such as category and origin: summed beforehand."""
