"""Tells an invented county to the ledger through the gate: its cells, its categories, its incidents."""

from collections.abc import Sequence
from datetime import date, datetime

from linli.likeness.lay import lay_new
from linli.matters.models import Matter
from linli.matters.sealing import seal_new
from linli.matters.telling import record_many
from linli.matters.timeline import begin
from linli.place.models import Cell, Unit
from linli.policy.models import Category
from tests.likeness.county import ROOTS, Incident, Square
from tests.likeness.shard import SHARD, Broken
from tests.town import MONDAY, Town


def shards(town: Town, told: Sequence[Incident], *, cells: Sequence[Cell], after: int = 0) -> list[Matter]:
    """All of them opened in North and laid beside each other, in the order told."""
    matters: list[Matter] = []
    for start in range(0, len(told), 500):
        lines = []
        for place, one in enumerate(told[start : start + 500], after + start + 1):
            line = begin(SHARD, number=f"SHARD-2026-{place:06d}")
            line.say(broken(one, unit=town.north, cell=cells[one.cell]), by=None, at=MONDAY)
            lines.append(line)
        matters += record_many(lines)
    lay()
    return matters


def lay(*, at: datetime = MONDAY) -> int:
    """As the tick does it: seal, then lay."""
    seal_new(at=at)
    return lay_new(at=at)


def broken(one: Incident, *, unit: Unit, cell: Cell | None) -> Broken:
    return Broken(
        unit=unit.pk,
        category=one.category,
        cell=cell.pk if cell else None,
        from_at=one.from_at,
        until_at=one.until_at,
        method=one.method,
    )


def grid(town: Town, squares: Sequence[Square]) -> list[Cell]:
    """The invented grid below North."""
    above = dict(zip(("unit_1", "unit_2", "unit_3"), (town.county.pk, town.street.pk, town.north.pk), strict=True))
    units = Unit.objects.bulk_create(
        Unit(code=f"G{place}", name=f"网格{place}", kind="grid", parent=town.north, level=4, **above)
        for place in range(len(squares))
    )
    return Cell.objects.bulk_create(
        Cell(code=unit.code, unit=unit, polygon="", **dict(zip(EDGES, square.degrees(), strict=True)))
        for unit, square in zip(units, squares, strict=True)
    )


def categories() -> None:
    for root, number in ROOTS.items():
        above = Category.objects.create(kind="shard", code=root, name=root, valid_from=date(2020, 1, 1))
        for place in range(number):
            Category.objects.create(
                kind="shard", code=f"{root}-{place}", name=root, parent=above, valid_from=date(2020, 1, 1)
            )


EDGES = ("min_lon", "min_lat", "max_lon", "max_lat")
