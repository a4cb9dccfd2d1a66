"""`python -m bench.pages [MATTERS]`: the pages of the desk over a whole ledger, each beside the bare SQL it asks.

The ledger is the one that `bench.taking` took in; where there is none, it is taken in first.
"""

import os
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from django.db import connection
from django.test import Client

from bench.ledger import ledger, signed_in
from bench.report_county import asked_by
from bench.series import Clocks, replay, timed
from linli.matters.models import Event, Matter

ROUNDS = 40
WORD = "电梯"


@dataclass(frozen=True)
class Work:
    """One page: its budget in milliseconds, and what asks for it."""

    name: str
    budget: str
    ask: Callable[[], object]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["pages"]
    number = int(arguments[0]) if arguments else budget["matters"]
    town = ledger(number)
    sys.stdout.write(
        f"{connection.vendor}: {Matter.objects.count()} matters, {Event.objects.count()} events; "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
        "         p95 ms   p50 ms  own CPU  bare SQL  times  queries\n"
    )
    kept = [measured(work, budget=budget) for work in works(signed_in(town.chen))]
    return 0 if all(kept) else 1


def works(client: Client) -> list[Work]:
    """What somebody of the street does all day, who sees every matter there is."""
    number = Matter.objects.filter(closed_at=None).latest("pk").number
    return [Work(name, BUDGETS.get(name, "page_ms"), asking(client, url)) for name, url in addresses(number).items()]


def addresses(number: str) -> dict[str, str]:
    """The pages by name; one matter and one search are of this number."""
    return {
        "today page": "/",
        "list of what is open": "/matters/",
        "list of what is overdue": "/matters/?due=overdue",
        "list of red requests of a community": "/matters/?kind=request&colour=red&unit=360101",
        "list of all, a category and a year": f"/matters/?state=all&category=street-light&{YEAR}",
        "list of the open of a category": "/matters/?category=street-light",
        "list of what was closed of a category": "/matters/?state=closed&category=noise-build",
        "list of what was closed red of a category": "/matters/?state=closed&category=noise-build&colour=red",
        "list of what is green of a kind": "/matters/?kind=request&colour=green",
        "one matter": f"/m/{number}/",
        "search of two characters": f"/matters/?state=all&q={WORD}",
        "search of a number": f"/matters/?state=all&q={number}",
    }


YEAR = "opened_from=2025-01-01&opened_until=2025-12-31"
BUDGETS = {
    "one matter": "matter_ms",
    "search of two characters": "search_ms",
    "search of a number": "search_ms",
}


def asking(client: Client, url: str) -> Callable[[], object]:
    def ask() -> object:
        answer = client.get(url)
        assert answer.status_code == 200, (url, answer.status_code)
        return answer

    return ask


def measured(work: Work, *, budget: dict[str, float]) -> bool:
    work.ask()
    queries = asked_by(work.ask)
    product = [timed(work.ask) for _round in range(ROUNDS)]
    raw = [timed(replay, queries) for _round in range(ROUNDS)]
    walls = sorted(wall for wall, _own in product)
    p95, p50, bare = walls[int(len(walls) * 0.95)], median(walls), median(_walls(raw))
    own = median(own for _wall, own in product)
    kept = p95 <= budget[work.budget]
    sys.stdout.write(
        f"{'kept' if kept else 'BROKEN':<6} {p95:8.1f} {p50:8.1f} {own:8.1f} "
        f"{bare:9.2f} {p50 / bare:6.1f} {len(queries):8}  {work.name} (budget {budget[work.budget]:.0f} ms)\n"
    )
    sys.stdout.flush()
    return kept


def _walls(clocks: Sequence[Clocks]) -> list[float]:
    return [wall for wall, _own in clocks]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
