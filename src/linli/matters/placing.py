"""Keeps the level columns of matters equal to their unit's path when the office moves a unit in the tree."""

from collections.abc import Iterable

from linli.matters.models import Matter
from linli.place.models import Unit
from linli.place.tree import COLUMNS


def follow_units(moved: Iterable[int]) -> None:
    """Give the matters of moved units their new path; called by the tree in the transaction of the move."""
    for pk, *path in Unit.objects.filter(pk__in=moved).values_list("pk", *COLUMNS):
        Matter.objects.filter(unit=pk).update(**dict(zip(COLUMNS, path, strict=True)))
