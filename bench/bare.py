"""The bare writing of rows that are there already: put once more into tables like theirs, by the engine's fast way."""

import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from linli.matters.models import Matter
from linli.matters.plain_rows import TABLES

AT_ONCE = 1000


def bare() -> tuple[float, float]:
    """Seconds on the wall, and of work, in which all rows of the ledger are written so; reading them is not counted."""
    like_them()
    spent, own, first = 0.0, 0.0, Matter.objects.earliest("pk").pk
    for start in range(first, Matter.objects.latest("pk").pk + 1, AT_ONCE):
        part = {table: stored(table, columns, start) for table, columns in TABLES.items()}
        began, own_began = time.perf_counter(), time.process_time()
        with transaction.atomic():
            for table, columns in TABLES.items():
                put(table, columns, part[table])
        spent, own = spent + time.perf_counter() - began, own + time.process_time() - own_began
    return spent, own


def like_them() -> None:
    """Empty tables with the same indexes: in a file of their own, or in a schema of their own."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("CREATE SCHEMA bare")
            for table in TABLES:
                cursor.execute(f"CREATE TABLE bare.{table._meta.db_table} (LIKE {table._meta.db_table} INCLUDING ALL)")
            return
        file = Path(str(connection.settings_dict["NAME"])).with_name("bare.sqlite3")
        file.unlink(missing_ok=True)
        cursor.execute("ATTACH %s AS bare", [str(file)])
        cursor.execute("PRAGMA bare.journal_mode=WAL")
        cursor.execute("PRAGMA bare.synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=OFF")
        names = [table._meta.db_table for table in TABLES]
        cursor.execute("SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger'")
        for sort, name, sql in sorted(cursor.fetchall(), reverse=True):
            if name in names:
                word = "TABLE" if sort == "table" else "INDEX"
                cursor.execute(re.sub(rf"{word} \"", f'{word} "bare"."', sql, count=1).replace("%", "%%"))


def stored(table: type[Model], columns: Sequence[str], start: int) -> list[Any]:
    """The rows of so many matters, as the driver gives them."""
    key = "id" if table is Matter else "matter_id"
    with connection.cursor() as cursor:
        where = f"{key} >= {start} AND {key} < {start + AT_ONCE} ORDER BY {key}"
        cursor.cursor.execute(f"SELECT {names(columns)} FROM {table._meta.db_table} WHERE {where}")  # noqa: S608
        return list(cursor.cursor.fetchall())


def put(table: type[Model], columns: Sequence[str], part: Sequence[Any]) -> None:
    into = f"bare.{table._meta.db_table} ({names(columns)})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in part:
                    copy.write_row(row)
        else:
            marks = ", ".join("?" * len(columns))
            connection.connection.executemany(f"INSERT INTO {into} VALUES ({marks})", part)  # noqa: S608


def names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
