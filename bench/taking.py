"""`python -m bench.taking [MATTERS]`: taking histories in, beside the bare writing of the same final rows."""

import re
import resource
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from bench.histories import rows
from linli.kinds.request.kind import REQUEST
from linli.matters.models import Event, Matter
from linli.matters.plain_rows import TABLES
from linli.matters.taking_in import begin_taking, take_in
from linli.staff.posts import Held
from tests.kinds.request.outside import post
from tests.town import NEXT_MONDAY, Town, build

AT_ONCE = 1000
CORES = 2
HANDS = 3


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["import"]
    number = int(arguments[0]) if arguments else budget["matters"]
    hands = int(arguments[1]) if len(arguments) > 1 else HANDS
    call_command("migrate", verbosity=0)
    town = build()
    memory: list[int] = []
    before = spent()
    took = take(town, number, memory, hands=hands)
    own = spent() - before
    raw, raw_own = bare()
    rate, times, cores = number / took, took / raw, own / raw_own / CORES
    kept = rate >= budget["a_second"] and times <= budget["times_bare"]
    sys.stdout.write(
        f"{number} matters, {Event.objects.count()} events on {connection.vendor}, {hands} hands: "
        f"{took:.1f} s, {rate:.0f} a second (budget {budget['a_second']}); bare writing of its rows {raw:.1f} s, "
        f"{times:.1f} times (budget {budget['times_bare']:.1f}); work {own:.1f} s beside {raw_own:.1f} s, over "
        f"{CORES} cores {cores:.1f} times; memory {memory[0]} to {memory[-1]} MB: {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


def spent() -> float:
    """Seconds of work of this process and of those beside it that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def take(town: Town, number: int, memory: list[int], *, hands: int) -> float:
    """Seconds on the wall; what the rows themselves cost to be made is part of it, as reading a file would be."""
    by: Held = post(town)
    taking = begin_taking(REQUEST, source="12345", by=by, at=NEXT_MONDAY, digest=f"{number}")
    began = time.perf_counter()
    for progress in take_in(taking, rows(number, under=town.county), hands=hands):
        assert not progress.wrong, str(progress.wrong[0].wrong)
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return time.perf_counter() - began


def bare() -> tuple[float, float]:
    """Seconds in which all those rows are put once more into tables like them, by the fast way of the engine alone."""
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
