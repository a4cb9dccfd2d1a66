"""Keeps what matters hold of the unit tree equal to it when the office moves a unit: level columns and signs."""

from collections.abc import Iterable

from linli.matters.indexing import AT_ONCE, Row, index_many, stored
from linli.matters.models import Matter
from linli.matters.searchable import signs_of
from linli.place.models import Unit
from linli.place.tree import COLUMNS


def follow_units(moved: Iterable[int]) -> None:
    """Give the matters of moved units their new path; called by the tree in the transaction of the move."""
    moved = list(moved)
    for pk, *path in Unit.objects.filter(pk__in=moved).values_list("pk", *COLUMNS):
        Matter.objects.filter(unit=pk).update(**dict(zip(COLUMNS, path, strict=True)))
    _sign_again(moved)


def _sign_again(units: list[int]) -> None:
    """Whoever may find them now is told by their signs."""
    ids = list(Matter.objects.filter(unit__in=units).order_by("pk").values_list("pk", flat=True))
    for place in range(0, len(ids), AT_ONCE):
        some = ids[place : place + AT_ONCE]
        rows = stored(some)
        matters = Matter.objects.filter(pk__in=rows)
        index_many(Row(one.pk, signs_of(one), rows[one.pk].text) for one in matters)
