"""`python -m bench.series [MATTERS]`: how long it takes to propose a series, beside its bare queries."""

import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from django.core.management import call_command
from django.db import connection

from linli.likeness.lay import lay_new
from linli.likeness.series import candidates
from linli.matters import kind
from linli.matters.access import Viewer
from linli.matters.models import Matter
from tests.likeness.county import incidents, squares
from tests.likeness.shard import SHARD
from tests.likeness.telling import categories, grid, shards
from tests.town import MONDAY, build, viewing

SAMPLE = 100
Asked = tuple[str, Any]
Clocks = tuple[float, float]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["series"]
    number = int(arguments[0]) if arguments else budget["matters"]
    who, matters = filled(number)
    product: list[Clocks] = []
    raw: list[Clocks] = []
    for matter in matters[:: max(1, len(matters) // SAMPLE)]:
        queries = queries_of(matter, who)
        product.append(timed(propose, matter, who))
        raw.append(timed(replay, queries))
    return verdict(product, raw, budget=budget, number=number)


def filled(number: int) -> tuple[Viewer, list[Matter]]:
    """Five years of incidents told through the gate; the head of the street sees them all."""
    call_command("migrate", verbosity=0)
    kind._KINDS.setdefault(SHARD.name, SHARD)
    town = build()
    categories()
    hands = number // 500
    told = incidents(1, everyday=number - 6 * hands, hands=hands, days=5 * 365)
    matters = shards(town, told, cells=grid(town, squares()))
    while lay_new(at=MONDAY):
        continue
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return viewing(town.chen), matters


def propose(matter: Matter, who: Viewer) -> None:
    candidates(matter, who, at=MONDAY)


def queries_of(matter: Matter, who: Viewer, *, work: Callable[[Matter, Viewer], None] = propose) -> list[Asked]:
    """What one proposal asks the database."""
    asked: list[Asked] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        work(matter, who)
    return asked


def replay(queries: Sequence[Asked]) -> None:
    """The same questions by bare cursor, every row fetched."""
    with connection.cursor() as cursor:
        for sql, params in queries:
            cursor.execute(sql, params)
            cursor.fetchall()


def timed(work: Callable[..., object], *arguments: Any) -> Clocks:
    """Milliseconds on the wall and of this process: where they differ much, the machine was busy."""
    wall, own = time.perf_counter(), time.process_time()
    work(*arguments)
    return (time.perf_counter() - wall) * 1000, (time.process_time() - own) * 1000


def verdict(product: list[Clocks], raw: list[Clocks], *, budget: dict[str, float], number: int) -> int:
    walls, owns = (sorted(times) for times in zip(*product, strict=True))
    p95 = walls[int(len(walls) * 0.95)]
    times = median(walls) / median(wall for wall, _own in raw)
    kept = p95 <= budget["p95_ms"] and times <= budget["times_raw"]
    sys.stdout.write(
        f"{number} matters: p50 {median(walls):.0f} ms, p95 {p95:.0f} ms (budget {budget['p95_ms']:.0f}); "
        f"of this process p50 {median(owns):.0f} ms, p95 {owns[int(len(owns) * 0.95)]:.0f} ms; "
        f"{times:.1f} times its bare queries (budget {budget['times_raw']:.1f}): {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
