"""No event can be altered or taken away: not through the model, not through a set, not by the database's own words."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from linli.matters.models import Event
from tests.town import Town, pebble

pytestmark = pytest.mark.django_db

COLUMNS = "matter_id, seq, fact, payload, digests, at, request, hash"


def by_saving(event: Event) -> None:
    event.fact = "Nothing"
    event.save()


def by_saving_a_column(event: Event) -> None:
    event.payload = "{}"
    event.save(update_fields=["payload"])


def by_deleting(event: Event) -> None:
    event.delete()


def by_updating_a_set(event: Event) -> None:
    Event.objects.filter(pk=event.pk).update(fact="Nothing")


def by_updating_in_bulk(event: Event) -> None:
    event.fact = "Nothing"
    Event.objects.bulk_update([event], ["fact"])


def by_deleting_a_set(event: Event) -> None:
    Event.objects.filter(pk=event.pk).delete()


def by_plain_sql_update(event: Event) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE matters_event SET payload = '{}' WHERE id = %s", [event.pk])


def by_plain_sql_delete(event: Event) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM matters_event WHERE id = %s", [event.pk])


def by_replacing(event: Event) -> None:
    again = Event.objects.get(pk=event.pk)
    again._state.adding = True
    again.pk = None
    again.save()


def by_replacing_its_row(event: Event) -> None:
    replace(event, conflict="id", new_id="id")


def by_replacing_its_place_in_line(event: Event) -> None:
    replace(event, conflict="matter_id, seq", new_id="id + 1000000")


def replace(event: Event, *, conflict: str, new_id: str) -> None:
    """Another payload over the event, as each engine words an insert that takes the place of a row in its way."""
    insert = "INSERT" if connection.vendor == "postgresql" else "INSERT OR REPLACE"
    instead = f"ON CONFLICT ({conflict}) DO UPDATE SET payload = '{{}}'" if insert == "INSERT" else ""
    told = COLUMNS.replace("payload", "'{}'")
    with connection.cursor() as cursor:
        cursor.execute(
            f"{insert} INTO matters_event (id, {COLUMNS}) "
            f"SELECT {new_id}, {told} FROM matters_event WHERE id = %s {instead}",
            [event.pk],
        )


def by_emptying_the_table(event: Event) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("TRUNCATE matters_event" if connection.vendor == "postgresql" else "DELETE FROM matters_event")


WAYS = (
    by_saving,
    by_saving_a_column,
    by_deleting,
    by_updating_a_set,
    by_updating_in_bulk,
    by_deleting_a_set,
    by_plain_sql_update,
    by_plain_sql_delete,
    by_replacing,
    by_replacing_its_row,
    by_replacing_its_place_in_line,
    by_emptying_the_table,
)


@pytest.mark.parametrize("alter", WAYS)
def test_an_event_stays_as_it_was_written(town: Town, alter: Callable[[Event], None]) -> None:
    pebble(town)
    before = list(Event.objects.order_by("pk").values())
    with pytest.raises((TypeError, DatabaseError)), transaction.atomic():
        alter(Event.objects.order_by("pk")[0])
    assert list(Event.objects.order_by("pk").values()) == before
