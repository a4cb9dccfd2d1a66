"""What the tick does to the ledger: turn due colours, date provisional marks again, seal new events."""

from datetime import datetime

from django.db import transaction

from linli.matters.facts import Dated, Redated
from linli.matters.models import Mark, Matter
from linli.matters.record import in_hand, record, record_many
from linli.policy.book import Book, book

BATCH = 200


def turn_due(*, at: datetime, most: int = 10_000) -> int:
    """Say the turns that fell due, dated at their own moment. Returns how many matters turned."""
    turned = 0
    while turned < most:
        with transaction.atomic():
            due = Matter.objects.select_for_update(skip_locked=True).filter(turns_at__lte=at).order_by("turns_at")
            matters = list(due[:BATCH])
            lines = [in_hand(matter) for matter in matters]
            for line in lines:
                line.catch_up(at)
            record_many(lines)
        turned += len(matters)
        if len(matters) < BATCH:
            break
    return turned


def redate_provisional(*, at: datetime) -> int:
    """Compute provisional marks again where the calendar now says otherwise. Returns how many marks moved."""
    known = book(at)
    marks = Mark.objects.filter(provisional=True, matter__closed_at=None).select_related("matter")
    return sum(_redated(mark, known, at=at) for mark in marks if _computed_otherwise(mark, known))


def _computed_otherwise(mark: Mark, known: Book) -> bool:
    """Whether another calendar was known then: the same one gives the same date, and no lock is needed to say so."""
    held = in_hand(mark.matter).state.marks.get(mark.name)
    return held is not None and held.basis.get("calendar") != known.calendar.version


def _redated(mark: Mark, known: Book, *, at: datetime) -> bool:
    with transaction.atomic():
        matter = Matter.objects.select_for_update().get(pk=mark.matter_id)
        held = in_hand(matter).state.marks.get(mark.name)
        found = known.walk(held.basis) if held else None
        if not held or not found or (found.at, found.provisional) == (held.at, held.provisional):
            return False
        basis = {**held.basis, "calendar": known.calendar.version}
        record(matter, Redated(mark=Dated(mark.name, found.at, found.provisional, basis)), by=None, at=at)
        return True
