"""Tells the invented matters through the commands, a set at a time, up to the present moment."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from linli.demo.cases.figures import first_day
from linli.demo.founding import found
from linli.demo.occasions import hold, occasions
from linli.demo.present import Present
from linli.demo.saying.said import Known
from linli.demo.storyteller import Storyteller
from linli.ground.clock import day_of
from linli.matters.sealing import seal_new
from linli.matters.telling import record_many
from linli.place.models import Cell, Unit
from linli.policy.book import book
from linli.staff.models import User

AT_ONCE = 100
HELD_FOR = timedelta(days=600)


@contextmanager
def without_collecting() -> Iterator[None]:
    """All that is told lives to the end: looking for rubbish in between would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collecting()
@transaction.atomic
def load(*, at: datetime) -> int:
    """Found the county, tell its stories and hold its meetings. Returns how many matters were told."""
    found(from_on=min(day_of(at - HELD_FOR), first_day(day_of(at))))
    known, policy = _known(), book(at)
    telling, present = Storyteller(at=at, book=policy, known=known), Present(at, policy.calendar.is_workday)
    for occasion in occasions(present):
        _write(telling, until=occasion.at)
        telling.add(hold(occasion, known=known, present=present))
    _write(telling, until=at)
    seal_new(at=at)
    return len(telling.lines)


def _write(telling: Storyteller, *, until: datetime) -> None:
    """Tell on and write what came of it, a set at a time: the ledger then stands as it stood at that moment."""
    telling.tell_until(until)
    told = [line for line in telling.lines if line.entries]
    for place in range(0, len(told), AT_ONCE):
        record_many(told[place : place + AT_ONCE])


def _known() -> Known:
    cells = Cell.objects.select_related("unit")
    return Known(
        units={unit.code: unit for unit in Unit.objects.exclude(kind="grid")},
        cells={cell.unit.code: cell for cell in cells},
        users={user.username: user for user in User.objects.all()},
    )
