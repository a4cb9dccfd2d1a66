"""Lays matters beside each other: reads the sealed timeline from a bookmark and keeps one narrow row of each."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from linli.likeness.imprint import Imprint, imprint
from linli.likeness.models import Bookmark, Laid
from linli.matters.giving_way import Way
from linli.matters.kind import kind_named, kinds
from linli.matters.models import Event, Seal, Standing
from linli.matters.state import State
from linli.matters.trace import Trace
from linli.policy.book import Book, book

BATCH = 500
DERIVED = "1"
"""Raised when the rows are derived in another way: all are then derived again."""
COLUMNS = tuple(field.attname for field in Laid._meta.concrete_fields if not field.primary_key)


def lay_new(*, at: datetime, most: int = 50_000) -> int:
    """Lay the matters of newly sealed events: up to a seal no event is missing. Returns how many were laid."""
    known, traced, count = book(at), tuple(kind.name for kind in kinds() if kind.leaves_traces), 0
    way = Way()
    rule = "|".join((DERIVED, known.calendar.zone, *traced))
    for _batch in range(0, most if traced else 0, BATCH):
        if not _behind(rule):
            break
        with transaction.atomic():
            mark = _bookmark(rule)
            matters, mark.event = _next(mark.event, traced)
            count += lay(matters, known=known)
            mark.save()
        way.give()
    return count


def lay(matters: Sequence[int], *, known: Book) -> int:
    """Derive the rows of these matters from their states as they are now; the same again changes nothing."""
    standing = Standing.objects.filter(matter__in=matters).values_list("matter_id", "matter__kind", "state")
    traces = {pk: (kind, kind_named(kind).trace(State.read(state))) for pk, kind, state in standing}
    rows = [_row(pk, kind, trace, known=known) for pk, (kind, trace) in traces.items() if trace]
    Laid.objects.filter(matter__in=[pk for pk, (_kind, trace) in traces.items() if not trace]).delete()
    Laid.objects.bulk_create(
        rows, batch_size=200, update_conflicts=True, unique_fields=["matter"], update_fields=COLUMNS
    )
    return len(rows)


def _behind(rule: str) -> bool:
    """Looked at without a lock: a beat with nothing to do keeps no writer waiting."""
    mark = Bookmark.objects.first()
    return mark is None or mark.rule != rule or mark.event < _sealed()


def _bookmark(rule: str) -> Bookmark:
    mark = Bookmark.objects.select_for_update().first() or Bookmark(rule=rule)
    if mark.rule != rule:
        mark.rule, mark.event = rule, 0
    return mark


def _next(after: int, traced: Sequence[str]) -> tuple[list[int], int]:
    """The matters of the next events, and the last event that was looked at."""
    upto = _sealed()
    events = Event.objects.filter(pk__gt=after, pk__lte=upto, matter__kind__in=traced).order_by("pk")
    rows = list(events.values_list("pk", "matter_id")[:BATCH])
    end = rows[-1][0] if len(rows) == BATCH else max(upto, after)
    return sorted({matter for _event, matter in rows}), end


def _sealed() -> int:
    return Seal.objects.order_by("-last").values_list("last", flat=True).first() or 0


def _row(pk: int, kind: str, trace: Trace, *, known: Book) -> Laid:
    told = imprint_of(trace, kind, known=known)
    return Laid(
        matter_id=pk,
        kind=kind,
        method_seq=trace.method_seq,
        method_field=trace.method_field,
        series=trace.series,
        **{("cell_id" if name == "cell" else name): value for name, value in told._asdict().items()},
    )


def imprint_of(trace: Trace, kind: str, *, known: Book) -> Imprint:
    chain = known.upwards(kind, trace.category)
    return imprint(
        trace.category,
        root=chain[-1] if chain else "",
        cell=trace.cell,
        from_at=trace.from_at,
        until_at=trace.until_at,
        zone=known.calendar.zone,
    )
