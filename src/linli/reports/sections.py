"""The sections of each sort of meeting: a name, a word and a question; every figure is the count of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from linli.ground.text import msg
from linli.reports import happened, instructions, standing
from linli.reports.models import Sort
from linli.reports.question import Question
from linli.reports.rows import Group, Row, grouped

Ask = Callable[[Question], tuple[Row, ...]]


@dataclass(frozen=True)
class Section:
    """One part of a list; `listing` is the desk's own list that shows the same, where there is one."""

    name: str
    word: str
    ask: Ask
    by: str = ""
    """The code by which its rows are told in groups: category or cell."""
    listing: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """A section with its rows: now, or as they were."""

    section: Section
    rows: tuple[Row, ...]

    @property
    def figure(self) -> int:
        return len(self.rows)

    @property
    def groups(self) -> tuple[Group, ...]:
        return grouped(self.rows, by=self.section.by) if self.section.by else ()


MORNING = (
    Section("new", msg("New since the last meeting"), standing.new),
    Section("red", msg("Red"), standing.red, listing={"colour": "red"}),
    Section("overdue", msg("Overdue"), standing.overdue, listing={"due": "overdue"}),
    Section("due_today", msg("Due today"), standing.due_today, listing={"due": "today"}),
    Section("turned", msg("Turned to another colour since the last meeting"), happened.turned),
    Section("returned", msg("Returned since the last meeting"), happened.returned),
    Section("awaiting", msg("Awaiting a decision"), standing.awaiting),
    Section("called_up", msg("Called up by a leader"), standing.called_up),
    Section("instructions", msg("Instructions still open"), instructions.open_ones),
    Section("fulfilled", msg("Instructions fulfilled since the last meeting"), instructions.fulfilled),
    Section("late", msg("Instructions overdue"), instructions.overdue),
)
WEEKLY = (
    Section("orange", msg("Orange, to be looked at for a series"), standing.orange_to_link),
    Section("long_held", msg("Long in the same hands"), standing.long_held),
    Section("most_returned", msg("Returned, by category"), happened.every_return, by="category"),
    Section("hot_places", msg("Places with many new matters"), standing.hot_places, by="cell"),
    Section("instructions", msg("Instructions still open"), instructions.open_ones),
)
SECTIONS: Mapping[str, tuple[Section, ...]] = {Sort.MORNING.value: MORNING, Sort.WEEKLY.value: WEEKLY}


def ask_all(sort: str, question: Question) -> tuple[Found, ...]:
    """Every section of this sort of meeting, asked now."""
    return tuple(Found(section, section.ask(question)) for section in SECTIONS[sort])


def as_frozen(sort: str, rows: Mapping[str, tuple[Row, ...]]) -> tuple[Found, ...]:
    """Frozen rows under their sections; one that is asked no longer keeps its rows under its bare name."""
    known = {section.name: section for section in SECTIONS[sort]}
    return tuple(
        Found(known.get(name) or Section(name, name, lambda _question: ()), mine) for name, mine in rows.items()
    )
