"""One matter as a whole: marks, duties and timeline with every personal word masked, and the steps open now."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from linli.doors.api.rows import categories_of, coded, row_of
from linli.machines.callers import Caller
from linli.matters import access
from linli.matters.command import Command
from linli.matters.commands import in_hand
from linli.matters.kind import Kind, kind_named
from linli.matters.lines import Line, names_of, tell
from linli.matters.models import Matter
from linli.matters.named import Names
from linli.matters.reading import events_of, withheld_from
from linli.matters.state import State
from linli.matters.words import words_of
from linli.staff.posts import Held

MOST = 200
"""Entries of the timeline at once."""


def whole(called: Caller, seen: Matter, *, after: int = 0) -> dict[str, Any]:
    """What the desk's page says of it. Opening personal words with a purpose stays at the desk."""
    kind, state = kind_named(seen.kind), in_hand(seen).state
    found = events_of(seen, after=after)
    events, more = found[:MOST], len(found) > MOST
    book = words_of(seen, masks=kind.masks, withheld=withheld_from(called.who, seen, state))
    names = names_of(state, events)
    lines = tell(events, kind=kind, book=book, names=names)
    return {
        **row_of(seen, categories_of([seen])),
        "flags": [coded(flag, _(kind.flags[flag])) for flag in state.flags if flag in kind.flags],
        "marks": list(_marks(kind, state)),
        "duties": list(_duties(state, names)),
        "timeline": [_event(line) for line in lines],
        "timeline_next": events[-1].seq if more else None,
        "commands": [{"name": one.name, "word": _(one.word)} for one in open_now(kind, state, Rights(called, seen))],
    }


@dataclass(frozen=True)
class Rights:
    """By which post the caller may do what to one matter, each act asked once."""

    called: Caller
    matter: Matter
    _known: dict[tuple[str, str], Held | None] = field(default_factory=dict)

    def post(self, command: Command) -> Held | None:
        asked = command.act, command.of
        if asked not in self._known:
            self._known[asked] = access.posting(self.called.who, command.act, self.matter, of=command.of)
        return self._known[asked]


def open_now(kind: Kind, state: State, rights: Rights) -> Iterator[Command]:
    """Every step that would not be refused out of hand."""
    user = rights.called.who.user.pk
    for command in kind.commands:
        hidden = command.only_beside or command.weight == "hidden"
        if not hidden and not kind.refusal(command, state, user=user) and rights.post(command):
            yield command


def _marks(kind: Kind, state: State) -> Iterator[dict[str, Any]]:
    for name, mark in sorted(state.marks.items(), key=lambda pair: pair[1].at):
        if word := kind.mark_word(name):
            yield {"name": name, "word": _(word), "at": mark.at, "provisional": mark.provisional}


def _duties(state: State, names: Names) -> Iterator[dict[str, Any]]:
    for duty in state.duties:
        if duty.until_at is None:
            yield {
                "role": duty.role,
                "unit": names.places[duty.unit],
                "name": names.people[duty.user] if duty.user else None,
            }


def _event(line: Line) -> dict[str, Any]:
    return {
        "seq": line.seq,
        "at": line.at,
        "fact": line.fact,
        "sentence": line.sentence,
        "more": list(line.more),
        "who": line.who or None,
        "unit": line.unit or None,
        "role": line.role or None,
    }
