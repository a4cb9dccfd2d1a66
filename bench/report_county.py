"""`python -m bench.report_county [MATTERS]`: a month of the whole county with both comparisons, beside its bare SQL.

The entries are put in by SQL, in sets, as many of each measure as timelines would tell, spread over two years, twenty
streets, three hundred communities and three hundred categories; no matter and no event stands behind them, and
the database is told not to ask for them. What is measured is asking, not telling.
"""

import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from bench.series import Asked, Clocks, replay, timed
from linli.ground.clock import moment
from linli.place.models import Unit
from linli.place.tree import COLUMNS
from linli.tally.asking import Scope, compared
from linli.tally.defined import indicators
from linli.tally.laying import fill
from linli.tally.models import Entry
from linli.tally.periods import period_named
from linli.tally.telling import STILL
from tests.town import unit

FIRST, DAYS, ROUNDS = date(2024, 6, 1), 730, 5
STREETS, COMMUNITIES = 20, 15
OFTEN: dict[str, tuple[str, ...]] = {
    "request": (
        *("order", "accepted", "dispatched", "signed", "replied_in_time", "once_in_time", "closed", "contacted"),
        *("solved_yes", "satisfied", "held", "held", "turned_red"),
        *("step_in_time",) * 5,
    ),
    "dispute": (
        *("found_settled", "accepted_settled", "settled_in_time", "written", "performed", "kept", "visited", "closed"),
        *("satisfied", "parties", "households", "session", "held", "turned_red", "step_in_time", "step_in_time"),
    ),
    "case": (
        "opened",
        "filed_solved",
        "solved",
        "closed",
        "assessed",
        "held",
        "turned_red",
        "step_in_time",
        "step_late",
    ),
}
SHARES = {"request": 70, "dispute": 20, "case": 10}
COUNTED = """
    INSERT INTO bench_number
    WITH RECURSIVE t(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM t WHERE n < {last}) SELECT n FROM t
"""
LASTING = 3
"""Of each matter so many stretches in hand, one colour after the other."""
ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "all figures of requests": (("request",), (), "2026-05"),
    "all figures of disputes by origin and result": (("dispute",), ("origin", "result"), "2026-05"),
    "all figures of cases by category": (("case",), ("category",), "2026-05"),
    "all figures of requests by street": (("request",), ("unit",), "2026-05"),
    "requests to a day in the month, by channel": (("request",), ("origin",), "to:2026-05-17"),
    "all figures of all kinds, year to date": (("request", "dispute", "case"), (), "year-to:2026-05-31"),
}


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["report_county"]
    number = int(arguments[0]) if arguments else budget["matters"]
    county = filled(number)
    kept = [measured(name, county, budget=budget) for name in ASKED]
    return 0 if all(kept) else 1


def filled(number: int) -> Unit:
    """As many matters' entries and their sheets."""
    call_command("migrate", verbosity=0)
    county = unit("36", "云棠县", kind="county")
    for street in range(STREETS):
        above = unit(f"36{street:02}", f"街道{street}", kind="street", under=county)
        for place in range(COMMUNITIES):
            unit(f"36{street:02}{place:02}", f"社区{street}-{place}", kind="community", under=above)
    with unasked():
        put_in(number)
    with transaction.atomic():
        lines = fill()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    sys.stdout.write(f"{number} matters, {Entry.objects.count()} entries, {lines} numbers on sheets\n")
    return county


@contextmanager
def unasked() -> Iterator[None]:
    """Without indexes until all is in, and without asking for the matters that are not there."""
    editor = connection.schema_editor()
    for index in Entry._meta.indexes:
        said(f"DROP INDEX {index.name}")
    said("PRAGMA foreign_keys=OFF" if connection.vendor == "sqlite" else "ALTER TABLE tally_entry DISABLE TRIGGER ALL")
    yield
    for index in Entry._meta.indexes:
        said(str(index.create_sql(Entry, editor)))


def put_in(number: int) -> None:
    prepare(number)
    for kind, measures in OFTEN.items():
        count = number * SHARES[kind] // 100
        for seq, measure in enumerate(measures):
            step = "sign" if measure.startswith("step_") else ""
            said(insert(f"{kind}.{measure}", seq=seq, until="NULL", step=step, count=count))
        for seq in range(LASTING):
            until = f"CASE WHEN n.n % 25 = 0 AND {seq} = 2 THEN '{STILL}' ELSE later.day END"
            until = f"CAST({until} AS date)" if connection.vendor == "postgresql" else until
            said(insert(f"{kind}.in_hand", seq=seq, until=until, step="", count=count))


def prepare(number: int) -> None:
    """Numbers, days and units to be joined."""
    units = Unit.objects.filter(level=3).order_by("pk").values_list("pk", *COLUMNS)
    days = [FIRST + timedelta(days=number) for number in range(DAYS + 2 * LASTING)]
    at = "timestamptz" if connection.vendor == "postgresql" else "datetime"
    said(f"CREATE TABLE bench_day (d integer PRIMARY KEY, day date, at {at})")
    said("CREATE TABLE bench_unit (u integer PRIMARY KEY, unit bigint, a bigint, b bigint, c bigint)")
    said("CREATE TABLE bench_number (n bigint PRIMARY KEY)")
    said(COUNTED.format(last=number - 1))
    with connection.cursor() as cursor:
        stored = [(place, day, connection.ops.adapt_datetimefield_value(moment(day))) for place, day in enumerate(days)]
        cursor.executemany("INSERT INTO bench_day VALUES (%s, %s, %s)", stored)
        cursor.executemany(
            "INSERT INTO bench_unit VALUES (%s, %s, %s, %s, %s)",
            [(place, pk, *path[:3]) for place, (pk, *path) in enumerate(units)],
        )


def insert(measure: str, *, seq: int, until: str, step: str, count: int) -> str:
    """One entry of each of so many matters."""
    kind = measure.partition(".")[0]
    return f"""
        INSERT INTO tally_entry (matter_id, seq, kind, measure, "on", until, at, value, category, sort, origin,
            result, step, colour, cell, unit, unit_1, unit_2, unit_3, unit_4)
        SELECT n.n, {seq}, '{kind}', '{measure}', d.day, {until}, d.at, (n.n * 7919) % 20000,
            'c' || ((n.n / 300) % 300), 's' || (n.n % 5), 'o' || (n.n % 8), 'r' || (n.n % 4), '{step}', 'green',
            NULL, u.unit, u.a, u.b, u.c, NULL
        FROM bench_number n JOIN bench_day d ON d.d = (n.n * 31 + {seq}) % {DAYS}
            JOIN bench_day later ON later.d = d.d + 4 JOIN bench_unit u ON u.u = n.n % {STREETS * COMMUNITIES}
        WHERE n.n < {count}
    """  # noqa: S608 nothing of it comes from outside


def said(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def measured(name: str, county: Unit, *, budget: dict[str, float]) -> bool:
    """A report with the period before and the year before, some times over; the first one, too, must be quick."""
    kinds, by, period = ASKED[name]
    names = [one for one in indicators() if one.partition(".")[0] in kinds]
    work = partial(_report, names, county, period, by)
    queries = asked_by(work)
    product = [timed(work) for _round in range(ROUNDS)]
    raw = [timed(replay, queries) for _round in range(ROUNDS)]
    worst, bare = max(wall for wall, _own in product), median(wall for wall, _own in raw)
    times = median(wall for wall, _own in product) / bare
    kept = worst <= budget["ms"] and times <= budget["times_bare"]
    sys.stdout.write(
        f"{name}: {len(names)} figures, {len(queries)} queries, worst {worst:.0f} ms (budget {budget['ms']:.0f}), "
        f"p50 {_p50(product):.0f} ms, bare SQL {bare:.0f} ms, {times:.1f} times that (budget "
        f"{budget['times_bare']:.1f}): {'kept' if kept else 'BROKEN'}\n"
    )
    return kept


def _report(names: list[str], county: Unit, period: str, by: tuple[str, ...]) -> None:
    compared(names, Scope(county), period_named(period), by=by)


def _p50(clocks: list[Clocks]) -> float:
    return median(wall for wall, _own in clocks)


def asked_by(work: Callable[[], None]) -> list[Asked]:
    """What a report asks the database."""
    asked: list[Asked] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        work()
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
