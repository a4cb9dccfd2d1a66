"""The timeline as people read it: every event with who, when, and its sentence filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from linli.colours.colour import Colour
from linli.matters.everyday import Noted
from linli.matters.facts import Fact, Redated, Turned
from linli.matters.kind import Kind
from linli.matters.models import Event
from linli.matters.named import Names, names_in
from linli.matters.sentences import sentence, unmentioned
from linli.matters.state import Duty, Instruction, State
from linli.matters.words import Book

SYSTEM = "system"
GROUPS = ("all", "steps", "notes", SYSTEM)


@dataclass(frozen=True)
class Line:
    """One entry of the timeline, ready to be shown."""

    seq: int
    at: datetime
    fact: str
    group: str
    sentence: str
    who: str
    user: int | None
    unit: str
    role: str
    behalf: str
    more: tuple[str, ...] = ()
    turned: Colour | None = None
    was: Colour | None = None
    masked: bool = False
    opened: bool = False
    wordy: bool = False
    public: bool = False
    hash: str = ""


def tell(
    events: Iterable[Event], *, kind: Kind, book: Book, names: Names, opened: frozenset[int] = frozenset()
) -> list[Line]:
    """Events as lines, in the order given."""
    return [_line(event, kind=kind, book=book, names=names, opened=event.seq in opened) for event in events]


def said_by_people(events: Iterable[Event], *, kind: Kind, book: Book, names: Names) -> list[str]:
    """The sentences of what people said, and not the clock. Who said it and where is not looked up."""
    said = (event for event in events if group_of(event) != SYSTEM)
    return [sentence(_fact(event, kind), book.of(event.seq), kind=kind, names=names) for event in said]


def names_of(state: State, events: Sequence[Event]) -> Names:
    """The names behind a state and some of its events, looked up together."""
    told: list[Duty | Instruction] = [*state.duties, *state.instructions]
    return names_in(
        state.data,
        [{"user": one.user or 0, "unit": one.unit} for one in told],
        payloads(events),
        users=[pk for event in events for pk in (event.user_id, event.behalf_id)],
        posts=[event.post_id for event in events],
    )


def payloads(events: Sequence[Event]) -> list[Any]:
    return [msgspec.json.decode(event.payload) for event in events]


def _line(event: Event, *, kind: Kind, book: Book, names: Names, opened: bool) -> Line:
    fact = _fact(event, kind)
    said = book.of(event.seq)
    post = names.held.get(event.post_id or 0)
    hidden = any(word.personal and not (word.erased or word.withheld) for word in said.values())
    return Line(
        seq=event.seq,
        at=event.at,
        fact=event.fact,
        group=group_of(event),
        sentence=sentence(fact, said, kind=kind, names=names),
        more=unmentioned(fact, said),
        who=names.people[event.user_id] if event.user_id else "",
        user=event.user_id,
        unit=names.places[post.unit_id] if post else "",
        role=post.get_role_display() if post else "",
        behalf=names.people[event.behalf_id] if event.behalf_id else "",
        turned=Colour(fact.colour) if isinstance(fact, Turned) else None,
        was=Colour(fact.was) if isinstance(fact, Turned) and fact.was else None,
        masked=hidden and not opened,
        opened=hidden and opened,
        wordy=any(not word.erased for word in said.values()),
        public=isinstance(fact, Noted) and fact.public,
        hash=event.hash,
    )


def _fact(event: Event, kind: Kind) -> Fact:
    return kind.fact(event.fact).reread(msgspec.json.decode(event.payload))


def group_of(event: Event) -> str:
    if event.fact == Noted.__name__:
        return "notes"
    return SYSTEM if event.fact in (Turned.__name__, Redated.__name__) or not event.user_id else "steps"
