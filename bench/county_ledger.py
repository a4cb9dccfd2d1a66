"""The entries of a large county, put in by SQL in sets: no matter and no event stands behind them.

As many of each measure as timelines would tell, spread over two years, twenty streets, three hundred communities, four
cells in each of them, and all codes that the kinds and the profile list; the database is told not to ask for the
matters. What is measured by it is asking, not telling.
"""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random
from statistics import median

from django.core.management import call_command
from django.db import connection, transaction

from linli.ground.clock import moment
from linli.matters.counts import STOCK
from linli.matters.kind import kind_named
from linli.place.models import Cell, Unit
from linli.place.tree import COLUMNS
from linli.policy.load import load_profile
from linli.policy.models import Category
from linli.tally.catching import rule
from linli.tally.defined import countings, indicators
from linli.tally.laying import is_laid, next_step
from linli.tally.models import Bookmark, Entry
from linli.tally.telling import STILL
from tests.town import SQUARE, unit

FIRST, DAYS = date(2024, 6, 1), 730
STREETS, COMMUNITIES, CELLS = 20, 15, 4
FACES = 1999
"""So many sets of codes a kind's matters have: a prime, so that every place has every one."""
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
        *("opened", "filed_solved", "solved", "closed", "assessed", "held", "turned_red", "step_in_time", "step_late"),
    ),
}
SELDOM = 20
"""Of every other measure one entry in so many matters."""
SHARES = {"request": 70, "dispute": 20, "case": 10}
STEPS = {"request": ("accept", "dispatch", "sign", "reply"), "dispute": ("acceptance", "limit"), "case": ("assess",)}
COLOURS = ("green", "green", "green", "yellow", "green", "orange", "green", "red")
LASTING = 3
"""Of each matter so many stretches in hand, one colour after the other."""
COUNTED = """
    INSERT INTO bench_number
    WITH RECURSIVE t(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM t WHERE n < {last}) SELECT n FROM t
"""
ROOM = {
    "sqlite": ("PRAGMA synchronous=OFF", "PRAGMA cache_size=-2000000", "PRAGMA temp_store=MEMORY"),
    "postgresql": ("SET work_mem='256MB'", "SET maintenance_work_mem='1GB'"),
}
"""More of it while the ledger is made; the connection that asks has what the product gives it."""


def filled(number: int) -> Unit:
    """As many matters' entries and their sheets, or those that are there already."""
    call_command("migrate", verbosity=0)
    for sql in ROOM[connection.vendor]:
        said(sql)
    if not Entry.objects.exists():
        found()
        with unasked():
            put_in(number)
    Bookmark.objects.update_or_create(pk=1, defaults={"rule": rule(), "matter": None})
    if not is_laid():
        lay()
        said("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    connection.close()
    return Unit.objects.get(code="36")


def lay() -> None:
    """As the tick does it; nobody else can write while a step lasts."""
    lasted, began = list[float](), time.perf_counter()
    while not is_laid():
        begun = time.perf_counter()
        next_step()
        lasted.append(time.perf_counter() - begun)
    sys.stdout.write(
        f"sheets laid in {time.perf_counter() - began:.0f} s, {len(lasted)} steps of p50 {median(lasted):.2f} s, "
        f"the longest {max(lasted):.2f} s\n"
    )


def found() -> None:
    """The county, the office's lists and the cells."""
    load_profile()
    county = unit("36", "云棠县", kind="county")
    for street in range(STREETS):
        above = unit(f"36{street:02}", f"街道{street}", kind="street", under=county)
        for place in range(COMMUNITIES):
            code = f"36{street:02}{place:02}"
            community = unit(code, f"社区{street}-{place}", kind="community", under=above)
            for cell in range(CELLS):
                grid = unit(f"{code}{cell:02}", f"网格{street}-{place}-{cell}", kind="grid", under=community)
                square = {"min_lon": 115, "min_lat": 28, "max_lon": 115.01, "max_lat": 28.01}
                Cell.objects.create(code=grid.code, unit=grid, polygon=SQUARE, **square)


@contextmanager
def unasked() -> Iterator[None]:
    """Without indexes until all is in, and without asking for the matters that are not there."""
    editor = connection.schema_editor()
    for index in Entry._meta.indexes:
        said(f"DROP INDEX {index.name}")
    said("PRAGMA foreign_keys=OFF" if connection.vendor == "sqlite" else "ALTER TABLE tally_entry DISABLE TRIGGER ALL")
    with transaction.atomic():
        yield
    for index in Entry._meta.indexes:
        said(str(index.create_sql(Entry, editor)))


def put_in(number: int) -> None:
    prepare(number)
    for kind, often in OFTEN.items():
        count, lasting = number * SHARES[kind] // 100, lasting_of(kind)
        rare = sorted({name.partition(".")[2] for name in countings()[kind].measures} - set(often) - lasting)
        for seq, measure in enumerate((*often, *rare)):
            every = 1 if measure in often else SELDOM
            said(insert(f"{kind}.{measure}", seq=seq, until="NULL", count=count, every=every))
        for seq in range(LASTING):
            until = f"CASE WHEN n.n % 25 = 0 AND {seq} = 2 THEN '{STILL}' ELSE later.day END"
            until = f"CAST({until} AS date)" if connection.vendor == "postgresql" else until
            said(insert(f"{kind}.in_hand", seq=seq, until=until, count=count))
        for measure in sorted(lasting - {"in_hand"}):
            said(insert(f"{kind}.{measure}", seq=1, until="later.day", count=count, every=SELDOM))


def lasting_of(kind: str) -> set[str]:
    told = [one for name, one in indicators().items() if one.form == STOCK and name.startswith(f"{kind}.")]
    return {name.partition(".")[2] for one in told for name in one.top}


def prepare(number: int) -> None:
    """Numbers, days, places and codes to be joined."""
    at = "timestamptz" if connection.vendor == "postgresql" else "datetime"
    said(f"CREATE TABLE bench_day (d integer PRIMARY KEY, day date, at {at})")
    said("CREATE TABLE bench_place (p integer PRIMARY KEY, cell bigint, unit bigint, a bigint, b bigint, c bigint)")
    said(
        "CREATE TABLE bench_face (kind text, f integer, category text, sort text, origin text, result text,"
        " step text, colour text, PRIMARY KEY (kind, f))"
    )
    said("CREATE TABLE bench_number (n bigint PRIMARY KEY)")
    said(COUNTED.format(last=number - 1))
    days = enumerate(FIRST + timedelta(days=number) for number in range(DAYS + 2 * LASTING))
    stored = [(place, day, connection.ops.adapt_datetimefield_value(moment(day))) for place, day in days]
    places = Cell.objects.order_by("pk").values_list("pk", "unit__parent", *(f"unit__parent__{one}" for one in COLUMNS))
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO bench_day VALUES (%s, %s, %s)", stored)
        cursor.executemany(
            "INSERT INTO bench_place VALUES (%s, %s, %s, %s, %s, %s)",
            [(place, *row[:5]) for place, row in enumerate(places)],
        )
        cursor.executemany("INSERT INTO bench_face VALUES (%s, %s, %s, %s, %s, %s, %s, %s)", list(faces()))


def faces() -> Iterator[tuple[str | int, ...]]:
    """The codes of a kind in every mixture: drawn once, the same every time."""
    for kind in OFTEN:
        counting, choices = countings()[kind], kind_named(kind).choices
        above = Category.objects.exclude(parent=None).values("parent")
        lowest = Category.objects.filter(kind=kind).exclude(pk__in=above).order_by("pk")
        categories = tuple(lowest.values_list("code", flat=True))
        lists = [tuple(choices[counting.facets[facet]]) for facet in ("sort", "origin", "result")]
        for face in range(FACES):
            chance = Random(f"{kind} {face}")  # noqa: S311 the same ledger every time
            yield (kind, face, *(chance.choice(codes) for codes in (categories, *lists, STEPS[kind], COLOURS)))


def insert(measure: str, *, seq: int, until: str, count: int, every: int = 1) -> str:
    """One entry of each of so many matters."""
    kind, _point, name = measure.partition(".")
    step = "f.step" if name.startswith("step_") else "''"
    return f"""
        INSERT INTO tally_entry (matter_id, seq, kind, measure, "on", until, at, value, category, sort, origin,
            result, step, colour, cell, unit, unit_1, unit_2, unit_3, unit_4)
        SELECT n.n, {seq}, '{kind}', '{measure}', d.day, {until}, d.at, (n.n * 7919) % 20000,
            f.category, f.sort, f.origin, f.result, {step}, f.colour, p.cell, p.unit, p.a, p.b, p.c, NULL
        FROM bench_number n CROSS JOIN bench_day d CROSS JOIN bench_day later CROSS JOIN bench_place p
            CROSS JOIN bench_face f
        WHERE n.n < {count} AND n.n % {every} = {seq % every} AND d.d = (n.n * 31 + {seq}) % {DAYS}
            AND later.d = d.d + 4 AND p.p = n.n % {STREETS * COMMUNITIES * CELLS}
            AND f.kind = '{kind}' AND f.f = n.n % {FACES}
    """  # noqa: S608 nothing of it comes from outside


def said(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
