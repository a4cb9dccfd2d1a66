"""`python -m bench.many [MATTERS]`: how long one step in many matters takes, beside the bare writing of its rows."""

import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from linli.matters.many import Outcome, carry_out_many
from linli.matters.models import Matter
from linli.matters.telling import begin_telling, record_many, tell
from linli.policy.book import book
from tests.pebble.commands import bring_home, carry
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, TUESDAY, Town, build, saying, viewing

TOLD = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "large"}
AT_ONCE = 500
WRITING = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE")
Asked = tuple[str, Any]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["many"]
    number = int(arguments[0]) if arguments else budget["matters"]
    town = filled(number)
    numbers = dict(Matter.objects.filter(stage="carried").order_by("pk").values_list("number", "version"))
    written = written_by(town, numbers)
    bare = timed(lambda: replay(written))
    outcome: list[Outcome] = []
    took = timed(lambda: outcome.append(bring_all_home(town, numbers)))
    assert [row.came for row in outcome[0].rows] == ["done"] * number
    return verdict(took, bare, budget=budget, number=number)


def filled(number: int) -> Town:
    """As many pebbles, all of them carried, told through the gate."""
    call_command("migrate", verbosity=0)
    town = build()
    by, policy = viewing(town.wang).posts[0], book(MONDAY)
    for place in range(0, number, AT_ONCE):
        with transaction.atomic():
            lines = [
                begin_telling(PEBBLE, unit=town.north, told=TOLD, by=by, at=MONDAY, book=policy)
                for _line in range(min(AT_ONCE, number - place))
            ]
            for line in lines:
                tell(line, carry, told={}, by=by, at=MONDAY, book=policy)
            record_many(lines)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return town


def bring_all_home(town: Town, numbers: dict[str, int]) -> Outcome:
    return carry_out_many(bring_home, numbers, told={}, saying=saying(town.wang, at=TUESDAY))


def written_by(town: Town, numbers: dict[str, int]) -> list[Asked]:
    """The statements that write, of a round that is taken back again."""
    asked: list[Asked] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITING):
            asked.append((sql, params))
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(noted):
        bring_all_home(town, numbers)
        transaction.set_rollback(True)
    return asked


def replay(written: Sequence[Asked]) -> None:
    """The same rows by bare cursor, taken back as well."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for sql, params in written:
                cursor.execute(sql, params)
        transaction.set_rollback(True)


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the wall and of this process: where they differ much, the machine was busy."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def verdict(took: tuple[float, float], bare: tuple[float, float], *, budget: dict[str, float], number: int) -> int:
    times = took[1] / bare[1]
    kept = took[0] <= budget["seconds"] and times <= budget["times_bare"]
    sys.stdout.write(
        f"{number} matters: {took[0]:.1f} s (budget {budget['seconds']:.0f}), of this process {took[1]:.1f} s; "
        f"{times:.1f} times the bare writing of its rows, {bare[1]:.2f} s (budget {budget['times_bare']:.1f}): "
        f"{'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
