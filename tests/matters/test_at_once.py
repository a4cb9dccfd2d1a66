"""A unit moves while somebody takes a step in a matter that it keeps sight of: each waits for the other."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from linli.matters.models import Beyond, Matter
from linli.place.models import Unit
from linli.place.tree import graft
from tests.kinds.request.in_town import sent_on
from tests.kinds.request.told import say
from tests.seen import kept_is_true
from tests.town import MONDAY, Town, resident, said

PATIENCE = 1.0
"""As long as the step is held open, so that a move that does not wait for it is over before it."""


@pytest.mark.usefixtures("emptied")
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs real commits, which SQLite's triggers cannot flush"
)
def test_a_move_counts_the_matter_as_the_step_leaves_it(town: Town) -> None:
    matter, other = sent_on(town), graft(Unit(code="3602", name="桃园街道", kind="street"), under=town.county)
    begun, over = Event(), Event()
    with ThreadPoolExecutor(2) as both:
        step = both.submit(signed, matter, begun, over)
        assert begun.wait(PATIENCE * 20)
        both.submit(moved, town.north, other, over).result()
        step.result()
    assert {one.unit_id for one in Beyond.objects.filter(matter=matter)} == {town.north.pk, other.pk}
    kept_is_true()


def signed(matter: Matter, begun: Event, over: Event) -> None:
    """South signs for it; the step stays open until the move is over, or waits."""
    try:
        with transaction.atomic():
            south = Unit.objects.get(pk=matter.unit_id)
            said(say.sign, matter, by=resident("tao", "陶河", unit=south, role="handler"), at=MONDAY)
            begun.set()
            over.wait(PATIENCE)
    finally:
        connection.close()


def moved(unit: Unit, under: Unit, over: Event) -> None:
    try:
        graft(Unit.objects.get(pk=unit.pk), under=Unit.objects.get(pk=under.pk))
    finally:
        over.set()
        connection.close()
