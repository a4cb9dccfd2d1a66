"""`python -m bench.taking [MATTERS]`: taking histories in, beside the bare writing of the same final rows.

`--short` takes rows that tell less of their course, `--killed N` kills the taking so many times, goes on with it, and
compares what the ledger holds with an undisturbed one.
"""

import argparse
import resource
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

from bench.bare import bare
from bench.histories import HISTORIES
from bench.killed import killed
from linli.kinds.request.kind import REQUEST
from linli.matters.incoming import Row
from linli.matters.models import Event
from linli.matters.taking_in import begin_taking, take_in
from linli.staff.posts import Held
from tests.kinds.request.outside import post
from tests.town import NEXT_MONDAY, Town, build

CORES = 2
HANDS = 3


def main(arguments: Sequence[str]) -> int:
    told = read(arguments)
    called = "import_short" if told.short else "import"
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))[called]
    number = told.matters or budget["matters"]
    if told.killed:
        return killed(called, number, times=told.killed, hands=told.hands)
    call_command("migrate", verbosity=0)
    return measured(build(), called, number, hands=told.hands, budget=budget)


def read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.taking", description=__doc__)
    parser.add_argument("matters", type=int, nargs="?", help="left out: as many as the budget is for")
    parser.add_argument("hands", type=int, nargs="?", default=HANDS, help="processes beside the one that writes")
    parser.add_argument("--short", action="store_true", help="rows as lists of what came in have them")
    parser.add_argument("--killed", type=int, default=0, metavar="N", help="how many times it is killed; nothing timed")
    return parser.parse_args(arguments)


def measured(town: Town, called: str, number: int, *, hands: int, budget: Mapping[str, Any]) -> int:
    memory: list[int] = []
    before = spent()
    took = take(town, HISTORIES[called](number, under=town.county), memory, hands=hands)
    own = [now - then for now, then in zip(spent(), before, strict=True)]
    events = Event.objects.count()
    raw, raw_own = bare()
    least, most = budget.get("events_a_matter", (0, events))
    times = budget["times_bare"][connection.vendor]
    kept = took / raw <= times and least <= events / number <= most
    each = " and ".join(f"{1e6 * part / number:.0f}" for part in own)
    beside = f", over {CORES} cores {sum(own) / raw_own / CORES:.1f} times" if connection.vendor == "sqlite" else SERVER
    sys.stdout.write(
        f"{called}: {number} matters, {events} events ({events / number:.2f} each) on {connection.vendor}, {hands} "
        f"hands: {took:.1f} s, {number / took:.0f} matters and {events / took:.0f} events a second; "
        f"bare writing of its rows {raw:.1f} s, {number / raw:.0f} matters a second, {took / raw:.2f} times (budget "
        f"{times:.2f}); work of the writer and of the hands {each} us a matter, of the bare writing "
        f"{1e6 * raw_own / number:.0f}{beside}; memory {memory[0]} to {memory[-1]} MB: {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


SERVER = ", all without what the server works"


def spent() -> tuple[float, float]:
    """Seconds of work of this process, and of those beside it that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, others = (sum(one[:2]) for one in used)
    return own, others


def take(town: Town, told: Iterator[Row], memory: list[int], *, hands: int) -> float:
    """Seconds on the wall; what the rows themselves cost to be made is part of it, as reading a file would be."""
    by: Held = post(town)
    taking = begin_taking(REQUEST, source="12345", by=by, at=NEXT_MONDAY, digest="bench")
    began = time.perf_counter()
    for progress in take_in(taking, told, hands=hands):
        assert not progress.wrong, str(progress.wrong[0].wrong)
        memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
