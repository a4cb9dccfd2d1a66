"""Keeps the entries equal to the timeline: reads it from a bookmark, in the tick and right before figures are asked."""

import hashlib
from datetime import datetime

from django.db import transaction

from linli.matters.giving_way import Way
from linli.matters.models import Event, Matter, Seal
from linli.policy.calendar import calendar
from linli.tally.bookmark import bookmark
from linli.tally.defined import countings
from linli.tally.laid import Laid
from linli.tally.laying import begin
from linli.tally.layout import plan
from linli.tally.models import Bookmark, Entry
from linli.tally.telling import Paths, told
from linli.tally.writing import write

BATCH, BATCHES = 500, 100
"""So many events, or half as many matters, in one transaction; so many of those in one beat."""
WAITED_FOR = 3
"""So many while somebody waits for a page: the rest is for the next beats, and the page says so."""
DERIVED = "4"
"""Raised when entries are told in another way: all are then told again."""


def catch_up(*, most: int = WAITED_FOR) -> bool:
    """Tell the matters touched since; at once where there are none. False: after so many batches more are waiting."""
    for _batch in range(most):
        if not behind():
            return True
        next_batch()
    return not behind()


def count_new(*, at: datetime) -> int:
    """A beat of the tick. Returns how many matters were counted again."""
    count, way = 0, Way()
    for _batch in range(BATCHES):
        if not behind():
            break
        count += next_batch()
        way.give()
    return count


def rebuild() -> int:
    """Drop all entries and sheets and tell every matter again. Returns how many there were."""
    drop()
    count = 0
    while behind():
        count += next_batch()
    return count


@transaction.atomic
def drop() -> None:
    mark = bookmark()
    Entry.objects.all().delete()
    begin(mark)
    _begin(mark)
    mark.save()


def behind() -> bool:
    """Looked at without a lock: where nothing is new nobody waits."""
    mark = Bookmark.objects.first()
    if mark is None or mark.rule != rule() or mark.matter is not None:
        return True
    return mark.seen < _newest() or mark.event < _sealed()


def rule() -> str:
    """What entries are told by, beside the timeline; another rule tells all of them again."""
    known = [(name, sorted(counting.measures)) for name, counting in sorted(countings().items())]
    return hashlib.sha256(repr((DERIVED, calendar().zone, known)).encode()).hexdigest()[:32]


def next_batch() -> int:
    """Tell the next few matters. Returns how many."""
    with transaction.atomic():
        mark = bookmark()
        if mark.sheets != plan():
            begin(mark)
        if mark.rule != rule():
            _begin(mark)
        matters = _matters(mark) if mark.matter is not None else _touched(mark)
        write(told(matters, paths=Paths.read(), zone=calendar().zone), laid=Laid.by(mark))
        mark.save()
    return len(matters)


def _begin(mark: Bookmark) -> None:
    """From the first matter; what happens from now on is read after that."""
    mark.rule, mark.matter, mark.event, mark.seen = rule(), 0, _sealed(), _newest()


def _matters(mark: Bookmark) -> list[int]:
    """The next matters, each with all its events so far."""
    rows = Matter.objects.filter(pk__gt=mark.matter).order_by("pk").values_list("pk", flat=True)
    found = list(rows[: BATCH // 2])
    mark.matter = found[-1] if found else None
    return found


def _touched(mark: Bookmark) -> list[int]:
    """The matters of the next events: first of what was sealed, where none can be missing, then of what is newer.

    Looked at before it was sealed, an event may have been followed by an earlier one: so it is looked at once more.
    """
    sealed = _sealed()
    if mark.event < sealed:
        rows = _events(mark.event, upto=sealed)
        mark.event = rows[-1][0] if len(rows) == BATCH else sealed
        mark.seen = max(mark.seen, mark.event)
    else:
        rows = _events(mark.seen)
        mark.seen = rows[-1][0] if rows else mark.seen
    return sorted({matter for _event, matter in rows})


def _events(after: int, *, upto: int | None = None) -> list[tuple[int, int]]:
    events = Event.objects.filter(pk__gt=after) if upto is None else Event.objects.filter(pk__gt=after, pk__lte=upto)
    return list(events.order_by("pk").values_list("pk", "matter_id")[:BATCH])


def _newest() -> int:
    return Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _sealed() -> int:
    return Seal.objects.order_by("-last").values_list("last", flat=True).first() or 0
