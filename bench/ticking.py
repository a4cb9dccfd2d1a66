"""`python -m bench.ticking [MATTERS]`: the tick when ten thousand matters of the ledger are due, and who is touched."""

import sys
import tomllib
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.db import connection
from django.db.models import Count, Sum

from bench.ledger import ledger, take
from bench.series import timed
from linli.matters.incoming import Row
from linli.matters.models import Event, Matter
from linli.matters.turning import turn_due
from tests.town import NEXT_MONDAY

DUE, LIMIT = 10_000, NEXT_MONDAY + timedelta(days=3)


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["ticking"]
    town = ledger(int(arguments[0]) if arguments else budget["matters"])
    take(town, (fresh(place) for place in range(DUE)), source="today")
    at = LIMIT + timedelta(days=1)
    due = set(Matter.objects.filter(turns_at__lte=at).values_list("pk", flat=True))
    others, last = told_by_others(due), Event.objects.latest("pk").pk
    turned: list[int] = []
    took = timed(lambda: turned.append(turn_due(at=at, most=len(due))))
    touched = set(Event.objects.filter(pk__gt=last).values_list("matter_id", flat=True))
    alone = touched == due and told_by_others(due) == others
    quiet = timed(lambda: turn_due(at=at))
    rate = len(due) / took[0] * 1000
    kept = rate >= budget["a_second"] and alone
    sys.stdout.write(
        f"{connection.vendor}: {turned[0]} of {len(due)} due matters turned in {took[0] / 1000:.1f} s, "
        f"{rate:.0f} a second (budget {budget['a_second']}); "
        f"{'no other was touched' if alone else 'OTHERS WERE TOUCHED'}; "
        f"a tick with nothing due {quiet[0]:.1f} ms: {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


def fresh(place: int) -> Row:
    """Taken in just now, and to be answered in three days."""
    told = {
        "external": f"today-{place:06}",
        "opened_at": NEXT_MONDAY - timedelta(minutes=5),
        "title": "路灯不亮",
        "story": f"{place}号楼门口的路灯坏了。",
        "category": "street-light",
        "place": f"柳树街{place % 900}号",
        "due_at": LIMIT,
    }
    return Row(place + 1, told)


def told_by_others(due: set[int]) -> dict[str, int]:
    """A sum over all rows but those due: any row that moved moves it."""
    rows = Matter.objects.aggregate(count=Count("pk"), seq=Sum("seq"))
    own = {"count": 0, "seq": 0}
    ids = sorted(due)
    for place in range(0, len(ids), 500):
        some = Matter.objects.filter(pk__in=ids[place : place + 500]).aggregate(count=Count("pk"), seq=Sum("seq"))
        own = {name: own[name] + some[name] for name in own}
    return {name: rows[name] - own[name] for name in own}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
