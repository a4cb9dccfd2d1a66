"""`python -m bench.repeats [MATTERS]`: how long it takes to look for repeats of a text, beside its bare queries."""

import sys
import tomllib
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction

from bench.series import Clocks, queries_of, replay, timed, verdict
from linli.kinds.request.kind import REQUEST
from linli.likeness.repeats import repeats_of
from linli.matters.access import Viewer
from linli.matters.models import Matter
from linli.matters.telling import begin_telling, record_many
from linli.policy.book import book
from tests.kinds.request.told import lamp
from tests.town import MONDAY, build, viewing

SAMPLE, AT_ONCE, DAYS = 100, 500, 60
CATEGORIES = ("street-light", "manhole", "road-damage", "drainage", "litter", "stalls")


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["repeats"]
    number = int(arguments[0]) if arguments else budget["matters"]
    who, matters = filled(number)
    product: list[Clocks] = []
    raw: list[Clocks] = []
    for matter in matters[:: max(1, len(matters) // SAMPLE)]:
        queries = queries_of(matter, who, work=look)
        product.append(timed(look, matter, who))
        raw.append(timed(replay, queries))
    return verdict(product, raw, budget=budget, number=number)


def filled(number: int) -> tuple[Viewer, list[Matter]]:
    """As many open requests of two months, all in one cell, told through the gate."""
    call_command("migrate", verbosity=0)
    town = build()
    who = viewing(town.chen)
    by, matters = who.posts[0], list[Matter]()
    for place in range(0, number, AT_ONCE):
        at = MONDAY - timedelta(days=DAYS * (1 - place / number))
        policy = book(at)
        with transaction.atomic():
            lines = [
                begin_telling(REQUEST, unit=town.street, told=request(one, town.cell), by=by, at=at, book=policy)
                for one in range(place, min(place + AT_ONCE, number))
            ]
            matters += record_many(lines)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return who, matters


def request(place: int, cell: object) -> dict[str, object]:
    story = f"{place % 40}号楼门口的路灯坏了{place % 7}天，请派人来看。"
    return lamp(category=CATEGORIES[place % len(CATEGORIES)], story=story, cell=cell)


def look(matter: Matter, who: Viewer) -> None:
    repeats_of(matter, who, at=MONDAY, most=5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
