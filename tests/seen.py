"""What the database keeps of who sees what, found again by plain sets: nobody may lie beside it."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.db.models import Sum as Total

from linli.matters.models import Beyond, Due, Duty, Matter, Sum
from linli.matters.sums import SORT
from linli.place.models import Unit
from linli.place.tree import path_of


def kept_is_true() -> None:
    """Raises AssertionError where a row of `Beyond` or a sum is not what matters, duties and units say."""
    paths = {unit.pk: {pk for pk in path_of(unit) if pk} for unit in Unit.objects.all()}
    beyond: set[tuple[int, int]] = set()
    for duty in Duty.objects.filter(role__in=("assisting", "desk"), until_at=None).select_related("matter"):
        beyond |= {(duty.matter_id, unit) for unit in paths[duty.unit_id] - paths[duty.matter.unit_id]}
    assert {(one.matter_id, one.unit_id) for one in Beyond.objects.all()} == beyond
    told: Counter[tuple[Any, ...]] = Counter()
    dues: Counter[tuple[Any, ...]] = Counter()
    for one in Matter.objects.all():
        sort = (one.kind, one.phase, one.stage, one.colour, one.closed_at is not None, one.holder_id is not None)
        told.update((unit, False, *sort) for unit in paths[one.unit_id])
        told.update((unit, True, *sort) for pk, unit in beyond if pk == one.pk)
        if one.due_at and one.closed_at is None and one.clock != "paused":
            day = (one.due_at + timedelta(hours=8)).date()
            dues.update((unit, False, one.kind, day) for unit in paths[one.unit_id])
            dues.update((unit, True, one.kind, day) for pk, unit in beyond if pk == one.pk)
    rows = Sum.objects.values_list("unit", "beyond", *SORT).annotate(Total("n")).order_by()
    assert {tuple(key): n for *key, n in rows if n} == dict(told)
    days = Due.objects.values_list("unit", "beyond", "kind", "day").annotate(Total("n")).order_by()
    assert {tuple(key): n for *key, n in days if n} == dict(dues)
