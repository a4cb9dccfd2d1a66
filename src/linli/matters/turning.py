"""What the tick does to the ledger: turn due colours, judge again under a later table, date provisional marks again."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from linli.matters.facts import Dated, Redated
from linli.matters.halving import at_once, halved
from linli.matters.kind import Kind, kinds
from linli.matters.models import Mark, Matter, Standing
from linli.matters.record import many_in_hand, record_many
from linli.matters.state import State
from linli.matters.timeline import Timeline
from linli.policy.book import Book, book

BATCH = 200
MOST = 10_000

Broken = dict[int, str]
"""Matters that could not be read or written: each with its number and what stood in the way."""


def turn_due(*, at: datetime, most: int = MOST, broken: Broken | None = None) -> int:
    """Say the turns that fell due, dated at their own moment. Returns how many matters turned.

    A matter that cannot be told on is passed over and named in `broken`.
    """
    due = Matter.objects.filter(turns_at__lte=at).order_by("turns_at")
    return _caught_up(due, at=at, most=most, broken={} if broken is None else broken)


def judge_again(*, at: datetime, most: int = MOST, broken: Broken | None = None) -> int:
    """Judge open matters anew whose kind has another colour table since. Returns how many; few of them may turn."""
    broken = {} if broken is None else broken
    return sum(
        _caught_up(rows, at=at, most=most, broken=broken) for kind in kinds() for rows in _under_other_tables(kind)
    )


def _under_other_tables(kind: Kind) -> Iterator[QuerySet[Matter]]:
    """Below and above the present fingerprint: two seeks in the index, where "not equal" would walk through it all."""
    rows = Matter.objects.filter(kind=kind.name, closed_at=None).order_by("judged_under")
    yield rows.filter(judged_under__lt=kind.table)
    yield rows.filter(judged_under__gt=kind.table)


def _caught_up(rows: QuerySet[Matter], *, at: datetime, most: int, broken: Broken) -> int:
    """Bring matters up to now, a locked batch at a time; where there are none, no lock is taken."""

    def catch_up(line: Timeline) -> int:
        line.catch_up(at)
        return 1

    done = 0
    while done + len(broken) < most and (left := rows.exclude(pk__in=list(broken))).exists():
        met, told = at_once(partial(_bring, left, catch_up, broken))
        done += told
        if met < BATCH:
            break
    return done


def _bring(left: QuerySet[Matter], tell: Callable[[Timeline], int], broken: Broken, parted: bool) -> tuple[int, int]:
    """How many of those left were met and locked, and how many of them were told on."""
    matters = list(left.select_for_update(skip_locked=True)[:BATCH])
    return len(matters), _told(matters, tell, broken, parted=parted)


def _told(matters: Sequence[Matter], tell: Callable[[Timeline], int], broken: Broken, *, parted: bool = True) -> int:
    """Tell all of them on as one set; one that stands in the way is passed over and named."""

    def tell_on(some: Sequence[Matter]) -> list[int]:
        lines = many_in_hand(some)
        counts = [tell(line) for line in lines]
        record_many(lines, locked=some)
        return counts

    def named(matter: Matter, error: Exception) -> list[int]:
        broken[matter.pk] = f"{matter.number}: {type(error).__name__} {error}"
        return []

    return sum(halved(matters, tell_on, broken=named, parted=parted))


def redate_provisional(*, at: datetime, broken: Broken | None = None) -> int:
    """Compute provisional marks again where the calendar now says otherwise. Returns how many marks moved."""
    known, broken = book(at), {} if broken is None else broken
    provisional = Mark.objects.filter(provisional=True, matter__closed_at=None)
    ids = sorted(set(provisional.values_list("matter_id", flat=True)))
    parts = (ids[place : place + BATCH] for place in range(0, len(ids), BATCH))
    return sum(_redate(part, known, at=at, broken=broken) for part in parts)


def _redate(ids: list[int], known: Book, *, at: datetime, broken: Broken) -> int:
    """Read a batch without a lock, then lock what is dated otherwise now and look again."""

    def redate(line: Timeline) -> int:
        again = _dated_again(line.state, known)
        for dated in again:
            line.say(Redated(mark=dated), by=None, at=at)
        return len(again)

    states = Standing.objects.filter(pk__in=ids).exclude(pk__in=list(broken)).values_list("pk", "state")
    otherwise = [pk for pk, state in states if _may_be_dated_again(state, known)]
    if not otherwise:
        return 0
    with transaction.atomic():
        rows = Matter.objects.select_for_update(skip_locked=True).filter(pk__in=otherwise, closed_at=None)
        return _told(list(rows), redate, broken)


def _may_be_dated_again(state: str, known: Book) -> bool:
    """Also where that cannot be read: when it is told on, it is named."""
    try:
        return bool(_dated_again(State.read(state), known))
    except Exception:
        return True


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
