"""What the tick does to the ledger: turn due colours, judge again under a later table, date provisional marks again."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from linli.matters.facts import Dated, Redated
from linli.matters.kind import Kind, kinds
from linli.matters.models import Mark, Matter, Standing
from linli.matters.record import many_in_hand, record_many
from linli.matters.state import State
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
    provisional = Mark.objects.filter(provisional=True, matter__closed_at=None)
    ids = sorted(set(provisional.values_list("matter_id", flat=True)))
    return sum(_redate(ids[place : place + BATCH], known, at=at) for place in range(0, len(ids), BATCH))


def _redate(ids: list[int], known: Book, *, at: datetime) -> int:
    """Read a batch without a lock, then lock what is dated otherwise now and look again."""
    states = Standing.objects.filter(pk__in=ids).values_list("pk", "state")
    otherwise = [pk for pk, state in states if _dated_again(State.read(state), known)]
    if not otherwise:
        return 0
    with transaction.atomic():
        rows = Matter.objects.select_for_update(skip_locked=True).filter(pk__in=otherwise, closed_at=None)
        lines = many_in_hand(list(rows))
        moved = 0
        for line in lines:
            for dated in _dated_again(line.state, known):
                line.say(Redated(mark=dated), by=None, at=at)
                moved += 1
        record_many(lines)
    return moved


def _dated_again(state: State, known: Book) -> list[Dated]:
    """The provisional marks that another calendar gave and that the present one dates otherwise."""
    found = []
    for name, mark in state.marks.items():
        if not mark.provisional or mark.basis.get("calendar") == known.calendar.version:
            continue
        walked = known.walk(mark.basis)
        if (walked.at, walked.provisional) != (mark.at, mark.provisional):
            basis = {**mark.basis, "calendar": known.calendar.version}
            found.append(Dated(name, walked.at, walked.provisional, basis))
    return found
