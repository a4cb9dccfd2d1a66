"""Keeps the entries equal to the timeline: reads it from a bookmark, in the tick and right before figures are asked."""

import hashlib
from datetime import datetime

from django.db import transaction

from linli.matters.models import Event, Seal
from linli.policy.calendar import calendar
from linli.tally.defined import countings
from linli.tally.models import Bookmark
from linli.tally.telling import Paths, told
from linli.tally.writing import write

BATCH = 500
"""So many events are looked at in one transaction."""
DERIVED = "1"
"""Raised when entries are told in another way: all are then told again."""


def catch_up(*, most: int = 20) -> bool:
    """Tell the matters touched since; at once where there are none. False: after so many batches more are waiting."""
    for _batch in range(most):
        if not behind():
            return True
        _next_batch()
    return not behind()


def count_new(*, at: datetime) -> int:
    """A beat of the tick. Returns how many matters were counted again."""
    count = 0
    while behind():
        count += _next_batch()
    return count


def behind() -> bool:
    """Looked at without a lock: where nothing is new nobody waits."""
    mark, newest = Bookmark.objects.first(), _newest()
    if mark is None or mark.rule != rule():
        return True
    return mark.seen < newest or mark.event < _sealed()


def rule() -> str:
    """What entries are told by, beside the timeline; another rule tells all of them again."""
    known = [(name, sorted(counting.measures), [(one.name, one.version) for one in counting.indicators])
             for name, counting in sorted(countings().items())]  # fmt: skip
    return hashlib.sha256(repr((DERIVED, calendar().zone, known)).encode()).hexdigest()[:32]


def _next_batch() -> int:
    with transaction.atomic():
        mark = Bookmark.objects.select_for_update().first() or Bookmark(rule=rule())
        if mark.rule != rule():
            mark.rule, mark.event, mark.seen = rule(), 0, 0
        matters = _advance(mark)
        write(told(matters, paths=Paths.read(), zone=calendar().zone))
        mark.save()
    return len(matters)


def _advance(mark: Bookmark) -> list[int]:
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
