"""Keeps entries and sheets right when the office moves a unit in the tree: what it has counts where it stands now."""

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from linli.place.models import Unit
from linli.place.tree import COLUMNS
from linli.tally.bookmark import bookmark
from linli.tally.laid import Laid
from linli.tally.models import Entry
from linli.tally.telling import FIELDS, Row
from linli.tally.writing import carry


def follow_units(moved: Sequence[int]) -> None:
    """Give the entries of moved units their new path; called by the tree in the transaction of the move.

    Whoever is telling entries by the old path is waited for, and the next one reads the new.
    """
    laid = Laid.by(bookmark())
    for pk, *path in Unit.objects.filter(pk__in=moved).values_list("pk", *COLUMNS):
        before = Counter(_rows(pk))
        _of(pk).update(**dict(zip(COLUMNS, path, strict=True)))
        carry({row: -count for row, count in before.items()}, Counter(_rows(pk)), laid=laid)


def _of(unit: int) -> QuerySet[Entry]:
    """Found by the columns that have an index: a unit stands in its own path, and those at the top stay there."""
    return Entry.objects.filter(Q(unit_2=unit) | Q(unit_3=unit) | Q(unit_4=unit), unit=unit)


def _rows(unit: int) -> list[Row]:
    return list(_of(unit).values_list(*FIELDS))
