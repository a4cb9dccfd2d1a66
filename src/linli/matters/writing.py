"""Writes the rows of a set of matters, table by table, for the gate alone: one statement and no object for each row."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Model, TextField


@contextmanager
def in_line() -> Iterator[None]:
    """PostgreSQL writes one statement while the next is made ready: nobody waits for an answer before the end, or
    before something is read. What stood in the way is raised then."""
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


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
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            arrays, told = _arrays(table, columns, rows)
            cursor.execute(f"{_into(table, columns)} SELECT * FROM unnest({arrays}) {_over(same, changing)}", told)  # noqa: S608 our own names
        else:
            cursor.executemany(_singly(table, tuple(columns), tuple(same), tuple(changing)), rows)


def take_out(table: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Take the rows away that have these values in the columns."""
    if not rows:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            (arrays, values), names = _arrays(table, columns, rows), ", ".join(f'"{name}"' for name in columns)
            asked = f'DELETE FROM "{table._meta.db_table}" WHERE ({names}) IN (SELECT * FROM unnest({arrays}))'  # noqa: S608 our own names
            cursor.execute(asked, values)
        else:
            told = " AND ".join(f'"{name}" = %s' for name in columns)
            cursor.executemany(f'DELETE FROM "{table._meta.db_table}" WHERE {told}', rows)  # noqa: S608 our own names


@lru_cache(maxsize=256)
def _singly(table: type[Model], columns: Sequence[str], same: Sequence[str], changing: Sequence[str]) -> str:
    return f"{_into(table, columns)} VALUES ({', '.join(['%s'] * len(columns))}) {_over(same, changing)}"


def _arrays(table: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> tuple[str, list[Any]]:
    """A column at a time, each as an array of its type without its length, for a cast to that would cut a text.

    Long texts stand in theirs one by one: as one value each quotation mark of each of them is looked for in Python.
    """
    parts, told = list[str](), list[Any]()
    for (cast, is_long), column in zip(_types(table, tuple(columns)), zip(*rows, strict=True), strict=True):
        parts.append(f"ARRAY[{', '.join(['%s'] * len(column))}]::{cast}[]" if is_long else f"%s::{cast}[]")
        told += column if is_long else [list(column)]
    return ", ".join(parts), told


@lru_cache(maxsize=256)
def _types(table: type[Model], columns: Sequence[str]) -> list[tuple[str, bool]]:
    """What each column holds, and whether that is long texts."""
    known = {one.attname: one for one in table._meta.concrete_fields}
    fields = [known[name] for name in columns]
    return [(str(one.cast_db_type(connection)).split("(")[0], isinstance(one, TextField)) for one in fields]


def _into(table: type[Model], columns: Sequence[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table._meta.db_table}" ({names})'


def _over(same: Sequence[str], changing: Sequence[str]) -> str:
    """What differs is written over; with nothing that differs the row stays as it is."""
    if not same:
        return ""
    taken = ", ".join(f'"{name}" = excluded."{name}"' for name in changing)
    return f"ON CONFLICT ({', '.join(same)}) DO {f'UPDATE SET {taken}' if taken else 'NOTHING'}"
