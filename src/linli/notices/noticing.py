"""Reads the timeline from a bookmark and writes who is to be told, in the same transaction as the bookmark."""

import hashlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

import msgspec
from django.db import transaction

from linli.ground.clock import day_of
from linli.matters.giving_way import Way
from linli.matters.kind import kind_named, kinds
from linli.matters.models import Event, Matter, Seal
from linli.matters.state import State
from linli.matters.timeline import Told, begin
from linli.notices.bookmark import bookmark
from linli.notices.deciding import Due, audiences
from linli.notices.models import Bookmark, Channel, Notice
from linli.notices.outlets import Outlets, outlets
from linli.notices.texts import RESIDENT
from linli.notices.wording import Wording, chosen, said, told_of, wordings
from linli.policy.book import Book, book

BATCH, BATCHES = 200, 50
STALE = timedelta(days=3)
"""What is older when it is read is news to nobody."""
SHOWN = ("pk", "seq", "fact", "payload", "digests", "at", "user_id", "behalf_id", "post_id", "request", "hash")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Office:
    """What the office has set up, read once a batch."""

    at: datetime
    book: Book
    outlets: Outlets
    wordings: tuple[Wording, ...]
    residents_from: int


def notice_new(*, at: datetime) -> int:
    """Decide on the events that were sealed since. Returns how many notices were written.

    The first beat of an installation begins at the end: nobody is told of what was before there were notices.
    """
    count, way = 0, Way()
    for _batch in range(BATCHES):
        if not _behind():
            break
        with transaction.atomic():
            mark = bookmark()
            events, mark.event = _next(mark.event)
            count += _write(events, mark=mark, at=at)
            mark.save()
        way.give()
    return count


def key_of(number: str, *, event_hash: str, channel: str, audience: str) -> str:
    """The same for the same notice, also when the ledger was restored and the notice is written again."""
    told = f"{number}|{event_hash}|{channel}|{audience}"
    return f"notice_{hashlib.sha256(told.encode()).hexdigest()[:32]}"


def _behind() -> bool:
    """Looked at without a lock: a beat with nothing to do keeps no writer waiting."""
    mark = Bookmark.objects.first()
    return mark is None or mark.event < _sealed()


def _next(after: int) -> tuple[list[tuple[int, int]], int]:
    """The next events with their matters, and the last that was looked at."""
    upto = _sealed()
    events = Event.objects.filter(pk__gt=after, pk__lte=upto).order_by("pk")
    rows = list(events.values_list("pk", "matter_id")[:BATCH])
    return rows, rows[-1][0] if len(rows) == BATCH else max(upto, after)


def _sealed() -> int:
    return Seal.objects.order_by("-last").values_list("last", flat=True).first() or 0


def _write(events: Sequence[tuple[int, int]], *, mark: Bookmark, at: datetime) -> int:
    today_book = book(at)
    today = day_of(at, zone=today_book.calendar.zone)
    office = Office(at, today_book, outlets(today), wordings(today), mark.residents_from)
    if not (events and office.outlets and office.wordings):
        return 0
    new, matters = {pk for pk, _matter in events}, {matter for _pk, matter in events}
    rows = [row for matter in _matters(matters) for row in _of_matter(matter, new, office)]
    known = set(Notice.objects.filter(event_id__in=new).values_list("key", flat=True))
    fresh = [row for row in rows if row.key not in known]
    Notice.objects.bulk_create(fresh, batch_size=200)
    return len(fresh)


def _matters(ids: set[int]) -> Iterator[tuple[Matter, list[tuple[int, Told]]]]:
    known = Matter.objects.filter(pk__in=ids, kind__in=[kind.name for kind in kinds()]).in_bulk()
    lines = Event.objects.filter(matter_id__in=known).order_by("matter_id", "seq").values_list("matter_id", *SHOWN)
    for pk, line in groupby(lines, key=lambda row: row[0]):
        yield known[pk], [(row[1], Told(*row[2:])) for row in line]


def _of_matter(told: tuple[Matter, list[tuple[int, Told]]], new: set[int], office: Office) -> list[Notice]:
    """A matter that cannot be folded is named in the log and keeps no other from being told."""
    matter, line = told
    try:
        return list(_folding(matter, line, new, office))
    except Exception:
        logger.exception("nobody could be told of %s", matter.number)
        return []


def _folding(matter: Matter, line: list[tuple[int, Told]], new: set[int], office: Office) -> Iterator[Notice]:
    """Fold the matter again, and stop after each new event to see whom it concerns."""
    kind = kind_named(matter.kind)
    timeline = begin(kind, number=matter.number)
    for pk, told in line:
        duties = len(timeline.state.duties)
        fact = kind.fact(told.fact).reread(msgspec.json.decode(told.payload))
        timeline.take(fact, told=told)
        if pk not in new or office.at - told.at > STALE:
            continue
        for due in audiences(fact, timeline.state, kind=kind, duties_before=duties):
            if due.audience != RESIDENT or pk > office.residents_from:
                yield from _notices(matter, pk, told, due, office=office, state=timeline.state)


def _notices(matter: Matter, pk: int, told: Told, due: Due, *, office: Office, state: State) -> Iterator[Notice]:
    row = chosen(office.wordings, audience=due.audience, events=due.events, state=state, book=office.book)
    if row is None or not (due.general or row.event):
        return
    for channel in office.outlets.of(due.unit, audience=due.audience):
        text = _text(matter, row, channel, due=due, office=office, state=state)
        if text:
            key = key_of(matter.number, event_hash=told.hash, channel=channel.code, audience=due.audience)
            yield Notice(
                key=key,
                event_id=pk,
                matter_id=matter.pk,
                channel=channel,
                audience=due.audience,
                said=text,
                next_at=office.at,
                made_at=office.at,
            )


def _text(matter: Matter, row: Wording, channel: Channel, *, due: Due, office: Office, state: State) -> str:
    kind, zone = kind_named(matter.kind), office.book.calendar.zone
    told = told_of(kind, state, number=matter.number, audience=due.audience, language=channel.language, zone=zone)
    return said(row, told, language=channel.language)
