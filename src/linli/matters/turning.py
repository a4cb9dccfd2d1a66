"""What the tick does to the ledger: turn due colours, judge again under a later table, date provisional marks again."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from linli.matters.facts import Dated, Redated
from linli.matters.kind import Kind, kinds
from linli.matters.models import Mark, Matter
from linli.matters.record import in_hand, many_in_hand, record, record_many
from linli.policy.book import Book, book

BATCH = 200
MOST = 10_000


def turn_due(*, at: datetime, most: int = MOST) -> int:
    """Say the turns that fell due, dated at their own moment. Returns how many matters turned."""
    return _caught_up(Matter.objects.filter(turns_at__lte=at).order_by("turns_at"), at=at, most=most)


def judge_again(*, at: datetime, most: int = MOST) -> int:
    """Judge open matters anew whose kind has another colour table since. Returns how many; few of them may turn."""
    return sum(_caught_up(rows, at=at, most=most) for kind in kinds() for rows in _under_other_tables(kind))


def _under_other_tables(kind: Kind) -> Iterator[QuerySet[Matter]]:
    """Below and above the present fingerprint: two seeks in the index, where "not equal" would walk through it all."""
    rows = Matter.objects.filter(kind=kind.name, closed_at=None).order_by("judged_under")
    yield rows.filter(judged_under__lt=kind.table)
    yield rows.filter(judged_under__gt=kind.table)


def _caught_up(rows: QuerySet[Matter], *, at: datetime, most: int) -> int:
    """Bring matters up to now, a locked batch at a time; where there are none, no lock is taken."""
    done = 0
    while done < most and rows.exists():
        with transaction.atomic():
            matters = list(rows.select_for_update(skip_locked=True)[:BATCH])
            lines = many_in_hand(matters)
            for line in lines:
                line.catch_up(at)
            record_many(lines)
        done += len(matters)
        if len(matters) < BATCH:
            break
    return done


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
