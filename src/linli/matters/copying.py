"""Writing plain rows in sets, the fast way of each engine: only those that the rules of the gate made."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import Model

Values = Sequence[Any]
MOST_ROWS, MOST_VALUES = 50, 999
"""At most so many in one statement on SQLite; so many values every one of them takes."""


def copy_in(table: type[Model], columns: Sequence[str], rows: Sequence[Values]) -> None:
    """Put the rows into the columns of the table, within the caller's transaction."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    into = f'"{table._meta.db_table}" ({names})'
    if connection.vendor == "postgresql":
        _copied(into, rows)
    else:
        _several(into, rows, width=len(columns))


def reserve(table: type[Model], count: int) -> range | list[int]:
    """So many ids that nobody else is given; those that are not used in the end are left out."""
    name = table._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [name, count]
            )
            return [pk for (pk,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s RETURNING seq", [count, name])
        if (found := cursor.fetchone()) is None:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, count])
            return range(1, count + 1)
    return range(found[0] - count + 1, found[0] + 1)


def _copied(into: str, rows: Sequence[Values]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _several(into: str, rows: Sequence[Values], *, width: int) -> None:
    """On the driver's own connection: what Django adds for each row costs more than the row. Several to a statement: to
    begin one, with a place to write at in every index, costs the engine about as much as a row."""
    driver, row = connection.connection, f"({', '.join('?' * width)})"
    at_once = min(MOST_ROWS, MOST_VALUES // width)
    whole = len(rows) - len(rows) % at_once
    several = (tuple(chain.from_iterable(rows[place : place + at_once])) for place in range(0, whole, at_once))
    driver.executemany(f"INSERT INTO {into} VALUES {', '.join([row] * at_once)}", several)  # noqa: S608 our own names
    driver.executemany(f"INSERT INTO {into} VALUES {row}", rows[whole:])  # noqa: S608 our own names
