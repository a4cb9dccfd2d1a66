"""Tells the invented disputes through the commands, a set at a time, up to the present moment."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from linli.demo.founding import found
from linli.demo.saying.said import Known
from linli.demo.storyteller import Storyteller
from linli.ground.clock import day_of
from linli.matters.kind import kind_named
from linli.matters.sealing import seal_new
from linli.matters.telling import record_many
from linli.place.models import Cell, Unit
from linli.policy.book import book
from linli.staff.models import User

AT_ONCE = 100


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
    """Found the county and tell its stories. Returns how many disputes were told."""
    found(from_on=day_of(at - timedelta(days=600)))
    told = 0
    telling = Storyteller(at=at, book=book(at), kind=kind_named("dispute"), known=_known())
    lines = telling.lines()
    while batch := list(islice(lines, AT_ONCE)):
        told += len(record_many(batch))
    seal_new(at=at)
    return told


def _known() -> Known:
    cells = Cell.objects.select_related("unit")
    return Known(
        units={unit.code: unit for unit in Unit.objects.exclude(kind="grid")},
        cells={cell.unit.code: cell for cell in cells},
        users={user.username: user for user in User.objects.all()},
    )
