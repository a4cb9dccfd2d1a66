"""Counts the new matters of a chunk as one set on SQLite, while the triggers that count each by itself stand aside."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

from linli.matters.models import UNITS
from linli.matters.recounting import DUE_KEY, KEY, counted, due, reached

THESE = "BETWEEN (SELECT first FROM matters_together) AND (SELECT last FROM matters_together)"
DUTIES = f"WITH fresh AS MATERIALIZED (SELECT * FROM matters_duty WHERE matter_id {THESE})"  # noqa: S608 our own names
"""In hand before anything else is asked of them: else the engine looks at all open duties of a role."""
ELSEWHERE = f"NOT d.unit_id IN ({', '.join(f'COALESCE(m.{level}, 0)' for level in UNITS)})"
"""A duty of a unit on the path of a matter, as nearly all are, reaches none beyond it; said of itself, so that no unit
above it is looked up."""


@contextmanager
def counted_together(ids: Sequence[int]) -> Iterator[None]:
    """Whatever new matters with ids between these are written meanwhile, within the caller's transaction.

    Nobody else is given those ids: so even if it were left so, it would keep nothing else from being counted.
    """
    if connection.vendor != "sqlite" or not ids:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO matters_together (first, last) VALUES (%s, %s)", [min(ids), max(ids)])
        yield
        cursor.execute(f"{DUTIES} INSERT INTO matters_beyond (matter_id, unit_id) {reached('fresh', ELSEWHERE)}")
        cursor.execute(_added("matters_sum", KEY, counted(f"m.id {THESE}")))
        cursor.execute(_added("matters_due", DUE_KEY, due(f"m.id {THESE}")))
        cursor.execute("DELETE FROM matters_together")


def _added(table: str, key: str, told: str) -> str:
    """There is one row of each sort, for the triggers count it on."""
    return (
        f"INSERT INTO {table} ({key}, n) SELECT {key}, n FROM ({told}) told WHERE true "  # noqa: S608 our own names
        f"ON CONFLICT ({key}) DO UPDATE SET n = n + excluded.n"
    )
