"""What a kind is: the list of its stages, rules, facts and commands; and the registry of all kinds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from linli.colours.fingerprint import fingerprint
from linli.colours.rule import Rule
from linli.ground.text import msg
from linli.matters.command import Command
from linli.matters.counter import Counter
from linli.matters.counts import Counting
from linli.matters.dossier import DossierForm
from linli.matters.facts import Fact, Redated, Turned
from linli.matters.incoming import Incoming
from linli.matters.marks import AWAITING, everyday_word, sort_of
from linli.matters.papers import PaperForm
from linli.matters.public import Public
from linli.matters.state import State
from linli.matters.trace import Trace

PHASES = ("intake", "routing", "handling", "confirming", "closed")
CLOCKS = ("running", "paused", "stopped")
BARRED = msg("You were recused in this matter and may no longer handle it.")
BARRED_OTHER = msg("{user} was recused in this matter and may no longer handle it.")


@dataclass(frozen=True)
class Stage:
    """Where a matter stands: its word, its fixed phase, its clock class and the marks that can be its deadline."""

    word: str
    phase: str
    clock: str = "running"
    due: tuple[str, ...] = ()

    def deadline(self, state: State) -> str:
        """The name of the mark that comes first of those; empty when none stands."""
        standing = [name for name in self.due if name in state.marks]
        return min(standing, key=lambda name: state.marks[name].at, default="")


@dataclass(frozen=True)
class Kind:
    """One sort of matter. Kinds are code, reviewed: nobody can make one whose matters are people."""

    name: str
    word: str
    plural: str
    series: str
    stages: Mapping[str, Stage]
    rules: tuple[Rule, ...]
    facts: tuple[type[Fact], ...]
    opening: Command
    commands: tuple[Command, ...]
    panel: str
    flags: Mapping[str, str] = field(default_factory=dict)
    """Flag -> msgid shown beside the colour."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Mark -> msgid of its name."""
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Named lists of codes -> msgids (class, origin, reasons …) for forms, sentences, filters and statistics."""
    taking_over: Command | None = None
    """The opening command for a matter handed over by another kind; None: nothing can be converted into this kind."""
    awaits: Mapping[str, tuple[str, str]] = field(default_factory=lambda: {AWAITING: ("approve", "")})
    """Marks, by their sort, that a decision is waited for -> the act it takes, and the side whose step it is."""
    panel_values: Any = None
    """A pure function (state, words) -> values for the panel template; None: the panel needs only the state."""
    barred: Callable[[State, int], bool] = lambda state, user: False
    """Whether this user may not handle the matter any more, with whatever post."""
    trace: Callable[[State], Trace | None] = lambda state: None
    """What of a matter may be laid beside others: what, where, when and how; never who."""
    story: Callable[[State], tuple[int, str] | None] = lambda state: None
    """The event and the narrative field that tell what it is about, so that a report told twice is seen; of a state
    in which nothing was said yet the field that will tell it. None: nothing of this kind is a repeat of another."""
    whereabouts: Callable[[State], tuple[tuple[int, str], ...]] = lambda state: ()
    """The events and narrative fields that tell in words where it is, the latest last; of a state in which nothing was
    said yet the field that will tell it."""
    voices: Callable[[State], tuple[int, int]] = lambda state: (1, 0)
    """How many told it in this matter alone, and how many only said that they have it too; nobody is known by it."""
    goes_with: Callable[[State], str] = lambda state: ""
    """The number of the matter with which it is one by now, so that whoever means it means that one; empty: it goes
    by itself."""
    neighbourly: Callable[[State], bool] = lambda state: False
    """Whether neighbours may be told at the counter that it was reported, and may say that they have it too."""
    withheld: Callable[[State], frozenset[int]] = lambda state: frozenset()
    """Events whose private words and files only the side of the desk may read, not even masked by others."""
    reach: Callable[[State], tuple[int, str] | None] = lambda state: None
    """The event and the personal field that hold the number at which the resident asked to be told."""
    counting: Counting | None = None
    """What of it can be counted; None: it stands in no figure."""
    counter: Counter | None = None
    """How residents reach it at the public counter; None: they do not."""
    public: Public | None = None
    """What everybody may be told of it by machine; None: nothing."""
    papers: tuple[PaperForm, ...] = ()
    """The official papers it can issue, in the order of its file; their words are its choices called "form"."""
    dossier: DossierForm | None = None
    """How the file of the whole matter is put together; None: nothing is filed."""
    incoming: Incoming | None = None
    """How whole histories of it come in from outside; None: none do."""

    @cached_property
    def table(self) -> str:
        """The fingerprint of its colour table and of what its stages give to the row."""
        stages = [[name, stage.phase, stage.clock, *stage.due] for name, stage in self.stages.items()]
        return fingerprint(self.rules, beside=stages)

    @property
    def leaves_traces(self) -> bool:
        """Whether its matters can be laid beside others at all."""
        return self.trace is not Kind.trace

    @property
    def tells_stories(self) -> bool:
        """Whether one of its matters can be seen to be another one told again."""
        return self.story is not Kind.story

    @property
    def first_stage(self) -> str:
        """The stage in which a matter stands until somebody takes it up."""
        return next(iter(self.stages))

    def command(self, name: str) -> Command | None:
        return next((command for command in self.commands if command.name == name), None)

    def paper(self, name: str) -> PaperForm | None:
        return next((paper for paper in self.papers if paper.name == name), None)

    def fact(self, name: str) -> type[Fact]:
        """The fact class of an event; KeyError when this kind never says it."""
        return {fact.__name__: fact for fact in (Turned, Redated, *self.facts)}[name]

    @property
    def masks(self) -> dict[str, str]:
        """How each personal field is masked, which says what it is: name, phone or rest."""
        return {name: mask for fact in self.facts for name, mask in fact.masked.items()}

    def refusal(self, command: Command, state: State, *, user: int) -> str:
        """Why this user may not say the command now, as a msgid; empty when they may."""
        return BARRED if self.barred(state, user) else command.refusal(state)

    def stage_of(self, state: State) -> Stage:
        return self.stages[state.stage]

    def mark_word(self, name: str) -> str:
        """The msgid of a mark or of its sort, the kind's own or an everyday one; empty when it is not to be shown."""
        return self.marks.get(name) or self.marks.get(sort_of(name)) or everyday_word(name)

    def label(self, listing: str, code: str) -> str:
        """The msgid of a code in one of the kind's lists; the code itself when the list no longer has it."""
        return self.choices.get(listing, {}).get(code, code)


def register(kind: Kind) -> Kind:
    """Make a kind known to the house; called once at the foot of its kind.py."""
    if kind.name in _KINDS:
        raise ValueError(f"a kind named {kind.name} is already registered")
    _KINDS[kind.name] = kind
    return kind


def kinds() -> tuple[Kind, ...]:
    return tuple(_KINDS[name] for name in sorted(_KINDS))


def awaited() -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """Each mark that a decision is waited for, with its act and side -> the kinds in which it is so."""
    found: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for kind in kinds():
        for sort, (act, of) in kind.awaits.items():
            found[sort, act, of] = (*found.get((sort, act, of), ()), kind.name)
    return found


def kind_named(name: str) -> Kind:
    """The kind of that name; KeyError when it is not installed."""
    return _KINDS[name]


_KINDS: dict[str, Kind] = {}
