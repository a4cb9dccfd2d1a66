"""Finds what may be compared with one matter: what it left itself, others near in place and time, and their methods."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain

from django.db.models import Q, QuerySet

from linli.likeness.distances import Off
from linli.likeness.imprint import DAY, Beside, Imprint
from linli.likeness.lay import imprint_of
from linli.matters.kind import kind_named
from linli.matters.models import Matter, Standing, Words
from linli.matters.state import State
from linli.policy.book import book

AROUND = 365 * DAY
"""Minutes before and after in which others are looked for."""
NEAR = 5_000
"""Metres around in which others are looked for; further off only the same category, a few weeks apart."""
FEW_WEEKS = 45 * DAY
MOST_EACH_WAY = 2_000
COLUMNS = ("pk", "laid__series", "laid__method_seq", "laid__method_field", *(f"laid__{one}" for one in Imprint._fields))


def asked_of(matter: Matter, *, at: datetime) -> Beside | None:
    """The matter asked about as it stands now, whether the tick has come by or not; None: it leaves no trace."""
    state = State.read(Standing.objects.values_list("state", flat=True).get(matter=matter))
    trace = kind_named(matter.kind).trace(state)
    if trace is None:
        return None
    told = imprint_of(trace, matter.kind, known=book(at))
    return Beside(matter.pk, trace.series, trace.method_seq, trace.method_field, told)


def beside(asked: Beside, seen: QuerySet[Matter], *, kind: str, off: Mapping[int, Off]) -> Iterable[Beside]:
    """The nearest in time of those near in place, before it and after it."""
    when = asked.told.from_minute
    rows = seen.filter(_nearby(asked, off), laid__kind=kind, laid__root=asked.told.root).exclude(pk=asked.matter)
    earlier = rows.filter(laid__from_minute__range=(when - AROUND, when - 1)).order_by("-laid__from_minute", "-pk")
    later = rows.filter(laid__from_minute__range=(when, when + AROUND)).order_by("laid__from_minute", "pk")
    found = (half.values_list(*COLUMNS)[:MOST_EACH_WAY] for half in (earlier, later))
    return (Beside(pk, series, seq, name, Imprint(*told)) for pk, series, seq, name, *told in chain(*found))


def methods(rows: Iterable[Beside]) -> dict[int, str]:
    """The narrative words of each matter's method; a personal text is not even read, an erased one is gone."""
    places = {(one.matter, one.method_seq, one.method_field) for one in rows}
    found = Words.objects.filter(
        matter__in={matter for matter, _seq, _field in places},
        field__in={name for _matter, _seq, name in places},
        privacy="narrative",
        erased_at=None,
    ).values_list("matter_id", "seq", "field", "text")
    return {matter: text for matter, seq, name, text in found if (matter, seq, name) in places}


def _nearby(asked: Beside, off: Mapping[int, Off]) -> Q:
    if not off:
        return Q()
    cells = [cell for cell, one in off.items() if one.metres <= max(NEAR, one.coarse)]
    when = asked.told.from_minute
    alike = Q(laid__category=asked.told.category, laid__from_minute__range=(when - FEW_WEEKS, when + FEW_WEEKS))
    return Q(laid__cell__in=cells) | Q(laid__cell=None) | alike
