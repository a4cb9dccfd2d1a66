"""Writes the rows of a set of matters, table by table, for the gate alone: one statement and no object for each row."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model


def write_over(
    table: type[Model],
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    same: Sequence[str] = (),
    changing: Sequence[str] = (),
) -> None:
    """Put the rows into the columns of the table as one set; a row that is there already, with the `same` columns,
    takes what is `changing`."""
    if not rows:
        return
    asked = table, tuple(columns), tuple(same), tuple(changing)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_in_sets(*asked), [list(column) for column in zip(*rows, strict=True)])
        else:
            cursor.executemany(_singly(*asked), rows)


def take_out(table: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Take the rows away that have these values in the columns."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays, names = _arrays(table, columns), ", ".join(f'"{name}"' for name in columns)
            asked = f'DELETE FROM "{table._meta.db_table}" WHERE ({names}) IN (SELECT * FROM unnest({arrays}))'  # noqa: S608 our own names
            cursor.execute(asked, [list(column) for column in zip(*rows, strict=True)])
        else:
            told = " AND ".join(f'"{name}" = %s' for name in columns)
            cursor.executemany(f'DELETE FROM "{table._meta.db_table}" WHERE {told}', rows)  # noqa: S608 our own names


@lru_cache(maxsize=256)
def _singly(table: type[Model], columns: Sequence[str], same: Sequence[str], changing: Sequence[str]) -> str:
    return f"{_into(table, columns)} VALUES ({', '.join(['%s'] * len(columns))}) {_over(same, changing)}"


@lru_cache(maxsize=256)
def _in_sets(table: type[Model], columns: Sequence[str], same: Sequence[str], changing: Sequence[str]) -> str:
    return f"{_into(table, columns)} SELECT * FROM unnest({_arrays(table, columns)}) {_over(same, changing)}"  # noqa: S608 our own names


def _arrays(table: type[Model], columns: Sequence[str]) -> str:
    """A column at a time, each as an array of its type without its length, for a cast to that would cut a text."""
    types = {one.attname: str(one.cast_db_type(connection)).split("(")[0] for one in table._meta.concrete_fields}
    return ", ".join(f"%s::{types[name]}[]" for name in columns)


def _into(table: type[Model], columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table._meta.db_table}" ({names})'


def _over(same: Sequence[str], changing: Sequence[str]) -> str:
    """What differs is written over; with nothing that differs the row stays as it is."""
    if not same:
        return ""
    taken = ", ".join(f'"{name}" = excluded."{name}"' for name in changing)
    return f"ON CONFLICT ({', '.join(same)}) DO {f'UPDATE SET {taken}' if taken else 'NOTHING'}"
