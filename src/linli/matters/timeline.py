"""The pure heart of the gate: say facts to a timeline, fold one again, and see what row it gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from linli.colours.judge import Verdict, judge
from linli.ground.chain import GENESIS, canonical, event_hash, make_salts, words_digest
from linli.ground.clock import utc
from linli.matters.facts import Fact, Stamp, turned
from linli.matters.kind import Kind
from linli.matters.marks import sort_of
from linli.matters.state import HOLDER, UNIT, State
from linli.staff.posts import Held

VERSION = 1
NO_SALTS: Mapping[str, str] = {}
TAKING = "taking "
"""How the request of an event begins that a list from outside told; the number of its taking follows."""


class Told(NamedTuple):
    """An event as it stands in the table: the exact texts that are hashed."""

    seq: int
    fact: str
    payload: str
    digests: str
    at: datetime
    user: int | None
    behalf: int | None
    post: int | None
    request: str
    hash: str = ""


class Entry(NamedTuple):
    """One event about to be written, with the words that stand beside it."""

    told: Told
    fact: Fact
    words: Mapping[str, str]
    salts: Mapping[str, str]


@dataclass
class Timeline:
    """One matter in the hand: its state, the end of its chain, and the entries not yet written."""

    kind: Kind
    number: str
    """Empty: it gets one when it is known to be right, see `numbered`."""
    state: State
    seq: int = 0
    version: int = 0
    head: str = GENESIS
    last_at: datetime | None = None
    matter_id: int = 0
    """0: not opened yet."""
    judged_under: str = ""
    """The fingerprint of the colour table that gave the colour and the next turn."""
    judged_again: bool = False
    """Judged under a later table, and not yet written."""
    entries: list[Entry] = field(default_factory=list)
    ends: list[datetime | None] = field(init=False)
    """The end of each duty as it is written already: all that can change of one."""
    withheld: frozenset[int] = field(init=False)
    """The events that were for the desk only as it is written already."""
    lifted: set[str] = field(default_factory=set)
    """Marks taken away by what is not yet written."""
    most_ties: int = 0
    """How many ties there were before one was forgotten by what is not yet written."""

    def __post_init__(self) -> None:
        self.ends, self.withheld = self._ends(), self.kind.withheld(self.state)

    def put_down(self) -> None:
        """All of it is written: nothing is left that still has to be."""
        self.entries.clear()
        self.ends, self.withheld = self._ends(), self.kind.withheld(self.state)
        self.lifted.clear()
        self.most_ties, self.judged_again = 0, False

    def _ends(self) -> list[datetime | None]:
        return [duty.until_at for duty in self.state.duties]

    def say(self, fact: Fact, *, by: Held | None, at: datetime, request: str = "") -> None:
        """Catch up the turns that fell due, append the fact, judge again."""
        at = utc(max(at, self.last_at or at))
        self.catch_up(at)
        self._append(fact, by=by, at=at, request=request)
        self._turn(at)

    def catch_up(self, at: datetime) -> None:
        """Say each change of colour that fell due until now, dated at its own moment; under a later table, now."""
        if self.judged_under != self.kind.table:
            self._turn(max(at, self.last_at or at))
            self.judged_under, self.judged_again = self.kind.table, True
        while self.state.turns_at is not None and self.state.turns_at <= at:
            moment = self.state.turns_at
            self._turn(max(moment, self.last_at or moment), judged_at=moment)

    def _turn(self, at: datetime, *, judged_at: datetime | None = None) -> None:
        found = verdict(self.kind, self.state, at=judged_at or at)
        if (found.colour, found.because) != (self.state.colour, self.state.because):
            self._append(turned(self.state.colour, found.colour, found.because), by=None, at=at)
        self.state.turns_at = found.turns_at

    def _append(self, fact: Fact, *, by: Held | None, at: datetime, request: str = "") -> None:
        words, salts, digests = fact.words(), NO_SALTS, ""
        if words:
            salts = make_salts(words)
            digests = canonical(words_digest(words, salts=salts))
        user, behalf, post = (by.user_id, by.for_user_id, by.post_id) if by else (None, None, None)
        told = Told(self.seq + 1, type(fact).__name__, fact.written(), digests, at, user, behalf, post, request)
        if self.number:
            told = chained(told, number=self.number, prev=self.head)
        self.entries.append(Entry(told, fact, words, salts))
        self.take(fact, told=told)

    def numbered(self, number: str) -> None:
        """Give a matter its number that was told before it had one: only now its events can be chained."""
        self.number, self.head = number, GENESIS
        for place, entry in enumerate(self.entries):
            told = chained(entry.told, number=number, prev=self.head)
            self.entries[place], self.head = Entry._make((told, *entry[1:])), told.hash

    def take(self, fact: Fact, *, told: Told) -> None:
        """Let an event already hashed have its effect; the fold and the gate both come through here."""
        at = told.at
        state = self.state
        before, self.most_ties = list(state.marks), max(self.most_ties, len(state.ties))
        fact.bare().apply(state, Stamp(told.seq, at, told.user))
        if before != list(state.marks):
            self.lifted.update(name for name in before if name not in state.marks)
        self.seq, self.head, self.last_at = told.seq, told.hash, at
        self.version = self.version if fact.quiet else told.seq
        state.opened_at = state.opened_at or at
        closed = self.kind.stage_of(state).phase == "closed"
        state.closed_at = (state.closed_at or at) if closed else None

    def retake(self, event: Told) -> None:
        """Let an event as it stands in the table have its effect again."""
        fact = self.kind.fact(event.fact).reread(msgspec.json.decode(event.payload))
        self.take(fact, told=event)

    def row(self) -> dict[str, Any]:
        """The columns of the narrow row that follow from the timeline alone."""
        state, stage = self.state, self.kind.stage_of(self.state)
        unit, holder = state.holder(UNIT), state.holder(HOLDER)
        due = state.marks.get(stage.deadline(state))
        return {
            "number": self.number,
            "kind": self.kind.name,
            "stage": state.stage,
            "phase": stage.phase,
            "clock": stage.clock,
            "colour": state.colour,
            "because": state.because,
            "category": state.category,
            "outcome": state.outcome,
            "cell_id": state.cell,
            "unit_id": unit.unit if unit else 0,
            "holder_id": holder.user if holder else None,
            "opened_at": state.opened_at,
            "closed_at": state.closed_at,
            "due_at": due.at if due else None,
            "turns_at": state.turns_at,
            "touched_at": self.last_at,
            "seq": self.seq,
            "version": self.version,
            "head": self.head,
        }

    def turns(self) -> Iterator[datetime | None]:
        """Each next turn that the present colour can be waiting for, judged at any moment since the last event."""
        at = self.last_at
        while at is not None:
            found = verdict(self.kind, self.state, at=at)
            if (found.colour, found.because) == (self.state.colour, self.state.because):
                yield found.turns_at
            at = found.turns_at


def begin(kind: Kind, *, number: str) -> Timeline:
    """An empty timeline of a matter not yet opened."""
    return Timeline(kind=kind, number=number, state=State(kind=kind.name), judged_under=kind.table)


def verdict(kind: Kind, state: State, *, at: datetime) -> Verdict:
    """The colour of a state at a moment; of marks of one sort, each with its event, a rule looks at the earliest."""
    marks = {name: mark.at for name, mark in state.marks.items()}
    for name, mark in state.marks.items():
        if (sort := sort_of(name)) != name:
            marks[sort] = min(mark.at, marks.get(sort, mark.at))
    return judge(kind.rules, stage=state.stage, flags=frozenset(state.flags), marks=marks, at=at)


def fold(kind: Kind, *, number: str, events: Iterable[Told]) -> Timeline:
    """The timeline folded from its first event. Uses no words: what is erased cannot be missed."""
    timeline = begin(kind, number=number)
    for event in events:
        timeline.retake(event)
    if timeline.last_at is not None:
        timeline.state.turns_at = verdict(kind, timeline.state, at=timeline.last_at).turns_at
    return timeline


def chained(told: Told, *, number: str, prev: str) -> Told:
    """The same event with the hash it has at its place in line."""
    return Told._make((*told[:-1], hash_of(told, number=number, prev=prev)))


def hash_of(told: Told, *, number: str, prev: str) -> str:
    """The hash an event must have at its place in line."""
    return event_hash(
        version=VERSION,
        matter=number,
        seq=told.seq,
        prev=prev,
        actor=[told.user, told.post],
        behalf=told.behalf,
        fact=told.fact,
        payload=told.payload,
        digests=told.digests,
        at=told.at,
        request=told.request,
    )
