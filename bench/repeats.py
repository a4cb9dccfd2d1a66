"""`python -m bench.repeats [MATTERS]`: how long it takes to look for repeats of a text, beside its bare queries.

Once by the grid cell, and once where the place is told in words only.
"""

import sys
import tomllib
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.models import DurationField, ExpressionWrapper, F

from bench.series import Clocks, queries_of, replay, timed, verdict
from linli.kinds.request.kind import REQUEST
from linli.likeness.repeats import repeats, repeats_of, typed
from linli.matters.access import Viewer
from linli.matters.models import Matter, Standing, Words
from linli.matters.telling import begin_telling, record_many
from linli.place.models import Cell, Unit
from linli.policy.book import book
from tests.kinds.request.told import lamp
from tests.town import MONDAY, Town, build, viewing

SAMPLE, AT_ONCE, DAYS, TOLD, ACROSS = 100, 500, 60, 1_000, 10
"""Of those told through the gate each further thousand is a copy in another of the cells, ten by ten."""
STORY, PLACE = "12号楼门口的路灯坏了3天，请派人来看。", "柳树街12号楼门口"
CATEGORIES = ("street-light", "manhole", "road-damage", "drainage", "litter", "stalls")
COPIED: tuple[type[models.Model], ...] = (Matter, Standing, Words)


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["repeats"]
    number = int(arguments[0]) if arguments else budget["matters"]
    who, matters = filled(number)
    sample = matters[:: max(1, len(matters) // SAMPLE)]
    return max(measured(work, sample, who, budget=budget, number=number) for work in (look, look_by_words))


def measured(
    work: Callable[[Matter, Viewer], None], sample: Sequence[Matter], who: Viewer, *, budget: Any, number: int
) -> int:
    product: list[Clocks] = []
    raw: list[Clocks] = []
    for matter in sample:
        queries = queries_of(matter, who, work=work)
        product.append(timed(work, matter, who))
        raw.append(timed(replay, queries))
    sys.stdout.write(f"{work.__name__}: ")
    return verdict(product, raw, budget=budget, number=number)


def filled(number: int) -> tuple[Viewer, list[Matter]]:
    """As many open requests of two months: a thousand in each of some cells that lie side by side."""
    call_command("migrate", verbosity=0)
    town = build()
    who, told = viewing(town.chen), min(number, TOLD)
    matters = [one for place in range(0, told, AT_ONCE) for one in tell(who, town, place, of=told)]
    cells = grid(town, of=number // told - 1)
    for place, cell in zip(count(1), cells, strict=False):
        copy(matters, place, cell=cell)
    spread()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return who, matters


def tell(who: Viewer, town: Town, place: int, *, of: int) -> list[Matter]:
    at = MONDAY - timedelta(days=DAYS * (1 - place / of))
    by, policy, last = who.posts[0], book(at), min(place + AT_ONCE, of)
    told = (request(one, town.cell) for one in range(place, last))
    with transaction.atomic():
        lines = [begin_telling(REQUEST, unit=town.street, told=one, by=by, at=at, book=policy) for one in told]
        return record_many(lines)


def request(place: int, cell: object) -> dict[str, object]:
    story = f"{place % 40}号楼门口的路灯坏了{place % 7}天，请派人来看。"
    return lamp(category=CATEGORIES[place % len(CATEGORIES)], story=story, cell=cell)


def grid(town: Town, *, of: int) -> list[Cell]:
    """Cells of some three hundred metres beside the town's, so that looking in one means looking in its neighbours."""
    made = []
    for place in range(of):
        unit = Unit.objects.create(code=f"G{place}", name=f"网格{place}", kind="grid", parent=town.north, level=4)
        west, south = 115 + 0.003 * (place % ACROSS), 28 + 0.003 * (place // ACROSS)
        edges = {"min_lon": west, "min_lat": south, "max_lon": west + 0.003, "max_lat": south + 0.003}
        made.append(Cell.objects.create(code=unit.code, unit=unit, polygon=town.cell.polygon, **edges))
    return made


def copy(matters: Sequence[Matter], place: int, *, cell: Cell) -> None:
    """The rows that are looked at, as they stand, under other numbers and in another cell: for reading alone."""
    shift, first, last = place * 1_000_000, matters[0].pk, matters[-1].pk
    others: dict[str, Any] = {"number": f"number || '-{place}'", "cell_id": str(cell.pk)}
    for model in COPIED:
        key = "id" if model is Matter else "matter_id"
        shifted = {one: f"{one} + {shift}" for one in ("id", "matter_id")}
        columns = [str(one.column) for one in model._meta.concrete_fields]
        drawn = ", ".join({**others, **shifted}.get(one, one) for one in columns)
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {drawn} FROM {table} "  # noqa: S608 our own names
                f"WHERE {key} BETWEEN {first} AND {last}"
            )


def spread() -> None:
    """No two in a minute, as they come in: told in sets they would have been opened fifty thousand at a time."""
    minutes = ExpressionWrapper(F("pk") * 7919 % (DAYS * 12 * 60) * timedelta(minutes=1), DurationField())
    Matter.objects.update(opened_at=F("opened_at") + minutes)


def look(matter: Matter, who: Viewer) -> None:
    repeats_of(matter, who, at=MONDAY, most=5)


def look_by_words(matter: Matter, who: Viewer) -> None:
    """As if it were being typed, with its place in words and no cell."""
    told = {"category": matter.category, "words": (matter.title, STORY), "place": PLACE}
    asked = typed(**told, cell=None, point=None, at=matter.opened_at)
    assert repeats(asked, who, kind=REQUEST, at=MONDAY, most=5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
