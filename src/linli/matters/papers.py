"""What an official paper of a kind is: when it may be issued, and the letter that is written from what was told."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.clock import day_of
from linli.matters.facts import Fact
from linli.matters.state import UNIT, State
from linli.paper.letter import Letter

F = TypeVar("F", bound=Fact)
PAPER = "zh-hans"
WHOLE = 0
"""What a paper is about that is about the matter itself, and no single event of it."""


@dataclass(frozen=True)
class Happened:
    """One event as the writer of a paper sees it: of its words those in full that the paper opens, others masked.

    A word erased since, or kept by the desk, is told as such.
    """

    seq: int
    at: datetime
    user: int | None
    fact: Fact


@dataclass(frozen=True, kw_only=True)
class Source:
    """What a paper is written from: the matter as it stood when the paper was issued, or stands now."""

    matter: str
    """The number of the matter."""
    state: State
    told: tuple[Happened, ...]
    about: int = WHOLE
    """The event the paper is about."""
    number: str = ""
    """The number of the paper; empty where it has none, or none yet."""
    day: date
    zone: str
    centre: str
    unit: str
    """The unit that issues it."""
    people: Mapping[int, str] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)
    """Units, and the cells that are units of the grid."""
    title: str = ""
    category: str = ""
    cell: str = ""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def every(self, fact: type[F]) -> tuple[F, ...]:
        """All facts of that class, in their order."""
        return tuple(one.fact for one in self.told if isinstance(one.fact, fact))

    def last(self, fact: type[F]) -> F | None:
        return next(iter(reversed(self.every(fact))), None)

    def happened(self, seq: int) -> Happened | None:
        """The event at that place in line."""
        return next((one for one in self.told if one.seq == seq), None)

    def word(self, seq: int, name: str) -> str:
        """A private field of one event; empty when there is no such event, or it said nothing there."""
        one = self.happened(seq)
        return one.fact.words().get(name, "") if one else ""

    def last_day(self, fact: type[Fact]) -> date | None:
        """The day on which that was said last."""
        days = [self.day_of(one.at) for one in self.told if isinstance(one.fact, fact)]
        return days[-1] if days else None

    def day_of(self, at: datetime) -> date:
        return day_of(at, zone=self.zone)

    def due(self, mark: str) -> date | None:
        """The day of a mark that stands."""
        return self.day_of(self.state.marks[mark].at) if mark in self.state.marks else None

    def label(self, listing: str, code: str) -> str:
        """The word of a code in one of the kind's lists; nothing for no code."""
        return _(self.choices.get(listing, {}).get(code, code)) if code else ""


Written = Callable[[Source], Letter]
"""Pure: the same source gives the same letter."""


def at_any_time(state: State) -> str:
    return ""


def once(state: State) -> tuple[int, ...]:
    """One paper for the whole matter."""
    return (WHOLE,)


def nothing(state: State) -> frozenset[int]:
    return frozenset()


@dataclass(frozen=True)
class PaperForm:
    """One official paper a kind can issue. `name` is the word in the URL, `word` the msgid of what it is called."""

    name: str
    word: str
    write: Written
    _: KW_ONLY
    needs: Callable[[State], str] = at_any_time
    """A msgid saying why it may not be issued now; empty when it may."""
    series: str = ""
    """The code of the number series it is numbered by; empty: it bears no number."""
    public: bool = False
    """Whether it goes to people outside, who may check at the counter that it is genuine."""
    each: Callable[[State], tuple[int, ...]] = once
    """The events each of which has such a paper of its own (one record for each session)."""
    opens: Callable[[State], frozenset[int]] = nothing
    """The events whose personal words it prints in full; whoever opens it needs the right to each of these looks."""
    signs: str = UNIT
    """The duty (UNIT, DESK) whose unit issues it."""
    fields: Mapping[str, Callable[[Source], str]] = field(default_factory=dict)
    """What an office's own .docx may ask for by `{{name}}`, beside what every paper has."""


def words_of_forms(forms: tuple[PaperForm, ...]) -> dict[str, str]:
    """Name -> msgid: what a kind adds to its choices as "form"."""
    return {form.name: form.word for form in forms}


def in_chinese(write: Written) -> Written:
    """Official papers are in Chinese, whatever language the reader's desk is in."""

    @wraps(write)
    def written(source: Source) -> Letter:
        with override(PAPER):
            return write(source)

    return written
