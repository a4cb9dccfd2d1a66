"""The timeline as people read it: every event with who, when, and its sentence filled in."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.names import Names, names_in
from linli.doors.desk.phrases import day, money, when
from linli.matters.everyday import Noted
from linli.matters.facts import Dated, Fact, Redated, Turned, privacy_of
from linli.matters.kind import Kind
from linli.matters.models import Event
from linli.matters.state import Duty, Instruction, State
from linli.matters.words import Book, Said

GROUPS = ("all", "steps", "notes", "system")


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
    fact = kind.fact(event.fact).reread(msgspec.json.decode(event.payload))
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


def group_of(event: Event) -> str:
    if event.fact == Noted.__name__:
        return "notes"
    return "system" if event.fact in (Turned.__name__, Redated.__name__) or not event.user_id else "steps"


def sentence(fact: Fact, said: Mapping[str, Said], *, kind: Kind, names: Names) -> str:
    """The fact's own sentence, each value as people read it."""
    if isinstance(fact, Turned):
        return _(fact.because)
    values = _Values({field.name: _shown(fact, field.name, kind=kind, names=names) for field in _fields(fact)})
    values.update({name: spoken(word) for name, word in said.items()})
    return _(fact.sentence).format_map(values)


def unmentioned(fact: Fact, said: Mapping[str, Said]) -> tuple[str, ...]:
    """The words that the sentence does not carry itself."""
    named = {name for _text, name, _spec, _conversion in Formatter().parse(fact.sentence) if name}
    left_out = [(name, said[name]) for name in privacy_of(type(fact)) if name in said and name not in named]
    plain = [spoken(word) for _name, word in left_out if not word.personal]
    personal = [spoken(word) for _name, word in left_out if word.personal]
    return (*plain, " · ".join(personal)) if personal else tuple(plain)


def spoken(word: Said) -> str:
    if word.withheld:
        return _("(kept by the desk)")
    return _("(erased)") if word.erased else word.text


class _Values(dict[str, str]):
    """A sentence must be shown even when a newer version of it names a field that an old event does not have."""

    def __missing__(self, name: str) -> str:
        return "—"


def _fields(fact: Fact) -> list["dataclasses.Field[Any]"]:
    return [field for field in dataclasses.fields(fact) if field.name not in privacy_of(type(fact))]


def _shown(fact: Fact, name: str, *, kind: Kind, names: Names) -> str:
    return _as_read(getattr(fact, name), name, kind=kind, names=names)


def _as_read(value: Any, name: str, *, kind: Kind, names: Names) -> str:
    if value is None or value == ():
        return "—"
    if isinstance(value, tuple | list):
        return _(", ").join(_as_read(one, name, kind=kind, names=names) for one in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Dated):
        return when(value.at)
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, date):
        return day(value)
    return _code_or_number(value, name, kind=kind, names=names)


def _code_or_number(value: Any, name: str, *, kind: Kind, names: Names) -> str:
    if isinstance(value, int):
        if name.endswith("_fen"):
            return money(value)
        if name.removesuffix("s").endswith("user"):
            return names.people[value]
        if name.removesuffix("s").endswith("unit"):
            return names.places[value]
        return str(value)
    listing = next((one for one in (name, name.removesuffix("s")) if one in kind.choices), "")
    return _(kind.label(listing, value)) if listing and value else str(value)
