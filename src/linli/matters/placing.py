"""Keeps what matters hold of the unit tree equal to it when the office moves a unit: level columns and signs."""

from collections.abc import Iterable

from linli.matters.access import OF_UNITS
from linli.matters.indexing import AT_ONCE, Row, index_many, stored
from linli.matters.models import Beyond, Duty, Matter
from linli.matters.searchable import signs_of
from linli.place.models import Unit
from linli.place.tree import COLUMNS


def follow_units(moved: Iterable[int]) -> None:
    """Give the matters of moved units their new path; called by the tree in the transaction of the move."""
    moved = list(moved)
    for pk, *path in Unit.objects.filter(pk__in=moved).values_list("pk", *COLUMNS):
        Matter.objects.filter(unit=pk).update(**dict(zip(COLUMNS, path, strict=True)))
    _see_again(moved)
    _sign_again(moved)


def _see_again(units: list[int]) -> None:
    """Which units see the matters in which these have a duty; those that lie in them are seen to by the database.

    Locked as a step locks them, or a step that is not over yet would be counted from what was, and by both.
    """
    duties = Duty.objects.filter(unit__in=units, role__in=OF_UNITS, until_at=None)
    ids = sorted(set(duties.values_list("matter_id", flat=True)))
    for place in range(0, len(ids), AT_ONCE):
        some = ids[place : place + AT_ONCE]
        list(Matter.objects.select_for_update().filter(pk__in=some).order_by("pk").values_list("pk"))
        Beyond.objects.filter(matter__in=some).delete()
        there = Duty.objects.filter(matter__in=some, role__in=OF_UNITS, until_at=None)
        paths = there.values_list("matter_id", *(f"unit__{column}" for column in COLUMNS))
        above = {(pk, unit) for pk, *path in paths for unit in path if unit}
        own = {pk: path for pk, *path in Matter.objects.filter(pk__in=some).values_list("pk", *COLUMNS)}
        Beyond.objects.bulk_create(
            [Beyond(matter_id=pk, unit_id=unit) for pk, unit in sorted(above) if unit not in own[pk]], batch_size=500
        )


def _sign_again(units: list[int]) -> None:
    """Whoever may find them now is told by their signs."""
    ids = list(Matter.objects.filter(unit__in=units).order_by("pk").values_list("pk", flat=True))
    for place in range(0, len(ids), AT_ONCE):
        some = ids[place : place + AT_ONCE]
        rows = stored(some)
        matters = Matter.objects.filter(pk__in=rows)
        index_many(Row(one.pk, signs_of(one), rows[one.pk].text) for one in matters)
