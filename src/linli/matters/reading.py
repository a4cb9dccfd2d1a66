"""Reading one matter for a page: its events, who looked into its words, and the log of a look."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.facts import Fact
from linli.matters.kind import kind_named
from linli.matters.models import Event, Look, Matter
from linli.matters.models import Words as WordsRow
from linli.matters.state import DESK, State
from linli.matters.supplementing import added_by_residents
from linli.matters.timeline import Told
from linli.staff.posts import Held

PURPOSES = ("handling", "follow_up", "verification", "audit")
ONE_LOOK = timedelta(minutes=10)
WHOLE = 0
"""The place of a look that was not at one event but at the whole record."""


def events_of(matter: Matter, *, after: int = 0) -> Sequence[Event]:
    """The events of a matter in their order, those after a place in line where asked."""
    return list(Event.objects.filter(matter=matter, seq__gt=after).order_by("seq"))


def told_of(events: Iterable[Event]) -> Iterator[Told]:
    """Events already fetched, as the timeline takes them."""
    for one in events:
        said = one.seq, one.fact, one.payload, one.digests, one.at
        yield Told(*said, one.user_id, one.behalf_id, one.post_id, one.request, one.hash)


def private_fields(matter: Matter, seq: int) -> tuple[str, ...]:
    """The fields of one event that still hold words."""
    rows = WordsRow.objects.filter(matter=matter, seq=seq, erased_at=None).order_by("field")
    return tuple(rows.values_list("field", flat=True))


def act_to_open(matter: Matter, seq: int) -> str:
    """What a post must be allowed to do to open the personal words of that event."""
    name = Event.objects.filter(matter=matter, seq=seq).values_list("fact", flat=True).first()
    return (kind_named(matter.kind).fact(name) if name else Fact).opened_with


def withheld_from(who: Viewer, matter: Matter, state: State) -> frozenset[int]:
    """The events whose private words and files this viewer may not read, masked or not: those of a confidential
    resident, for all who are not of the desk that took the matter in (Jinan regulation, article 32), with all that the
    resident added since."""
    kept = kept_by_desk(state)
    if not kept or access.posting(who, "see", matter, of=DESK) is not None:
        return frozenset()
    return kept


def kept_by_desk(state: State) -> frozenset[int]:
    """The events that only the desk reads, with all that a confidential resident added."""
    kept = kind_named(state.kind).withheld(state)
    return kept | added_by_residents(state) if kept else kept


def looks_into(matter: Matter) -> Sequence[Look]:
    """Who opened personal words here, newest first."""
    return list(Look.objects.filter(matter=matter).select_related("user", "post__unit").order_by("-at", "-pk")[:100])


def log_look(matter: Matter, *, seq: int, by: Held, purpose: str, at: datetime) -> None:
    """Say that somebody opened the personal words of an event; the same look again within minutes is one look."""
    same = Look.objects.filter(matter=matter, seq=seq, user=by.user_id, purpose=purpose, at__gt=at - ONE_LOOK)
    if not same.exists():
        Look.objects.create(matter=matter, seq=seq, user_id=by.user_id, post_id=by.post_id, purpose=purpose, at=at)


def opened_by(matter: Matter, *, user: int, among: frozenset[int], at: datetime) -> frozenset[int]:
    """Those of these events whose words the user opened a few minutes ago, so that a page may keep them open."""
    rows = Look.objects.filter(matter=matter, user=user, seq__in=among, at__gt=at - ONE_LOOK)
    return frozenset(rows.values_list("seq", flat=True))
