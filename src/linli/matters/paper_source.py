"""What an official paper is written from, as its reader may see it: each personal word it prints is a logged look."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import msgspec

from linli.ground.clock import ZONE_DEFAULT
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.commands import in_hand
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Event, Matter
from linli.matters.papers import WHOLE, Happened, PaperForm, Source
from linli.matters.reading import act_to_open, events_of, log_look, told_of, withheld_from
from linli.matters.state import UNIT, Paper, State
from linli.matters.timeline import Timeline, fold
from linli.matters.words import Book, Said, words_of
from linli.place.models import Cell, Unit
from linli.policy.centre import the_centre
from linli.policy.models import Category
from linli.staff.models import User

PURPOSE = "paper"
ERASED, WITHHELD = "（已删除）", "（保密）"
NOT_THEIRS = msg("This paper shows personal words that your posts may not open. Ask the unit that issues it.")


class MayNotOpen(Exception):
    """The paper prints personal words that this reader may not open."""


def source_for(
    form: PaperForm,
    matter: Matter,
    *,
    who: Viewer,
    at: datetime,
    issued: Paper | None = None,
    about: int = WHOLE,
) -> Source:
    """What this paper is written from: as it was issued, or else as it would be issued now.

    Logs a look at each event whose personal words it prints. Raises MayNotOpen.
    """
    kind, now = kind_named(matter.kind), in_hand(matter).state
    events = [event for event in events_of(matter) if issued is None or event.seq < issued.seq]
    state = fold(kind, number=matter.number, events=told_of(events)).state if issued else now
    withheld = withheld_from(who, matter, now)
    if kind.barred(now, who.user.pk):
        raise MayNotOpen
    opened = _opened(form.opens(state) & _said(events), matter, who=who, at=at, withheld=withheld)
    book = words_of(matter, opened=opened, masks=kind.masks, withheld=withheld)
    source = whole(kind, matter, state, tuple(happened(event, kind, book) for event in events))
    duty = state.holder(form.signs) or state.holder(UNIT)
    unit = issued.unit if issued else duty.unit if duty else 0
    return replace(
        source,
        unit=source.places[unit],
        number=issued.number if issued else "",
        about=issued.about if issued else about,
        day=source.day_of(issued.at if issued else at),
    )


def source_in_hand(line: Timeline, **more: Any) -> Source:
    """The same of a timeline in hand, whose entries still hold their words: for what was never written."""
    told = tuple(Happened(one.told.seq, one.told.at, one.told.user, one.fact) for one in line.entries)
    title = next((one.fact.words().get("title", "") for one in told if one.seq == line.state.title_seq), "")
    usual = {"title": title, "centre": "", "unit": "", "zone": ZONE_DEFAULT, "choices": line.kind.choices}
    source = Source(**{"matter": line.number, "state": line.state, "told": told, "day": date.max, **usual, **more})
    return source if "day" in more or not told else replace(source, day=source.day_of(told[-1].at))


def _opened(
    seqs: frozenset[int], matter: Matter, *, who: Viewer, at: datetime, withheld: frozenset[int]
) -> frozenset[int]:
    """Log each look, after all of them were found to be theirs. Raises MayNotOpen."""
    posts = {seq: access.posting(who, act_to_open(matter, seq), matter) for seq in sorted(seqs)}
    if seqs & withheld or not all(posts.values()):
        raise MayNotOpen
    for seq, by in posts.items():
        if by is not None:
            log_look(matter, seq=seq, by=by, purpose=PURPOSE, at=at)
    return seqs


def _said(events: Iterable[Event]) -> frozenset[int]:
    return frozenset(event.seq for event in events)


def happened(event: Event, kind: Kind, book: Book) -> Happened:
    """One event with its words as this reader may see them."""
    words = {name: _spoken(said) for name, said in book.of(event.seq).items()}
    fact = kind.fact(event.fact).reread(msgspec.json.decode(event.payload), words=words)
    return Happened(event.seq, event.at, event.user_id, fact)


def _spoken(said: Said) -> str:
    if said.withheld:
        return WITHHELD
    return ERASED if said.erased else said.text


def whole(kind: Kind, matter: Matter, state: State, told: tuple[Happened, ...]) -> Source:
    centre = the_centre()
    category = Category.objects.filter(kind=kind.name, code=state.category).first() if state.category else None
    cell = Cell.objects.select_related("unit").filter(pk=state.cell).first() if state.cell else None
    return Source(
        matter=matter.number,
        state=state,
        told=told,
        day=date.max,
        zone=centre.zone,
        centre=centre.name,
        unit="",
        people=Names(lambda pk: User.objects.filter(pk=pk).values_list("name", flat=True).first()),
        places=Names(lambda pk: Unit.objects.filter(pk=pk).values_list("name", flat=True).first()),
        category=category.name if category else "",
        cell=cell.unit.name if cell else "",
        title=_title(matter, state, told),
        choices=kind.choices,
    )


def _title(matter: Matter, state: State, told: tuple[Happened, ...]) -> str:
    """As it was then; where that entry is kept by the desk, as it stands on the row that everybody sees."""
    said = next((one.fact.words().get("title", "") for one in told if one.seq == state.title_seq), "")
    return said if said and said != WITHHELD else matter.title


class Names(dict[int, str]):
    """Chinese names by id, each looked up when it is first wanted."""

    def __init__(self, find: Callable[[int], str | None]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, pk: int) -> str:
        self[pk] = self._find(pk) or "—"
        return self[pk]
