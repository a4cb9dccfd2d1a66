"""A row that the caller has locked is gone by only within its transaction, and never as it was before it moved on."""

import pytest
from django.db import transaction

from linli.matters.everyday import Noted, note
from linli.matters.models import Matter, Standing
from linli.matters.record import Conflict, NotLocked, in_hand, record, record_many
from linli.matters.verify import verify
from tests.pebble.facts import PassedOn
from tests.reads import reads
from tests.town import TUESDAY, WEDNESDAY, Town, facts_of, pebble, said, viewing

NOTED = Noted(text="量过尺寸了。")


def test_a_row_is_locked_within_a_transaction_or_not_at_all() -> None:
    with pytest.raises(NotLocked, match="PEBBLE-2026-000001"):
        record_many([], locked=[Matter(number="PEBBLE-2026-000001")])


@pytest.mark.django_db
def test_a_step_that_takes_nobody_along_reads_its_matter_once_under_the_lock(town: Town) -> None:
    """Before it once, to see whether it is theirs; its state only under the lock."""
    matter = pebble(town)
    with reads() as read:
        said(note, matter, by=town.gu, at=TUESDAY, text="量过尺寸了。")
    found, locked = 1, 1
    assert read.of(Matter, Standing) == (found + locked, 1)


@pytest.mark.django_db
def test_of_two_who_took_the_same_row_in_hand_the_second_is_told_so(town: Town) -> None:
    row, by = pebble(town), viewing(town.mei).posts[0]
    first, second = in_hand(row), in_hand(row)
    record(first, NOTED, locked=row, by=by, at=TUESDAY)
    with pytest.raises(Conflict, match=row.number), transaction.atomic():
        record(second, NOTED, locked=row, by=by, at=TUESDAY)
    assert facts_of(row).count("Noted") == 1


@pytest.mark.django_db
def test_a_row_that_was_moved_on_is_taken_in_hand_as_it_is_now(town: Town) -> None:
    row, by = pebble(town), viewing(town.mei).posts[0]
    for at in (TUESDAY, WEDNESDAY):
        moved = record(in_hand(row), NOTED, locked=row, by=by, at=at)
    assert (row.seq, row.head, row.touched_at) == (moved.seq, moved.head, WEDNESDAY)
    assert facts_of(row).count("Noted") == 2
    assert verify().differences == ()


@pytest.mark.django_db
def test_the_unit_that_was_looked_up_before_it_came_to_another_is_not_kept(town: Town) -> None:
    row = pebble(town)
    assert row.unit == town.north
    moved = record(in_hand(row), PassedOn(town.south.pk), locked=row, by=viewing(town.mei).posts[0], at=TUESDAY)
    assert (moved.unit, row.unit) == (town.south, town.south)
