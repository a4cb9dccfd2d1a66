"""Finds what may be compared with one matter: what it left itself, others near in place and time, and their methods."""

from collections.abc import Iterable, Mapping, Set
from datetime import datetime
from itertools import chain

from django.db.models import Q, QuerySet

from linli.likeness.imprint import DAY, Beside, Imprint
from linli.likeness.lay import imprint_of
from linli.matters.kind import kind_named
from linli.matters.models import Matter, Standing, Words
from linli.matters.state import State
from linli.policy.book import book

AROUND = 365 * DAY
"""Minutes before and after in which others are looked for."""
FEW_WEEKS, SAME_HOURS = 30 * DAY, 120
"""Where the place says nothing any more, only the same category within these minutes is looked at."""
MOST_EACH_WAY = 500
COLUMNS = ("pk", "laid__series", "laid__method_seq", "laid__method_field", *(f"laid__{one}" for one in Imprint._fields))


def asked_of(matter: Matter, *, at: datetime) -> Beside | None:
    """The matter asked about as it stands now, whether the tick has come by or not; None: it leaves no trace."""
    state = State.read(Standing.objects.values_list("state", flat=True).get(matter=matter))
    trace = kind_named(matter.kind).trace(state)
    if trace is None:
        return None
    told = imprint_of(trace, matter.kind, known=book(at))
    return Beside(matter.pk, trace.series, trace.method_seq, trace.method_field, *told)


def beside(asked: Beside, seen: QuerySet[Matter], *, kind: str, near: Mapping[int, float]) -> Iterable[Beside]:
    """The nearest in time, before it and after it, of those in cells that are near."""
    when = asked.from_minute
    rows = seen.filter(_nearby(asked, near), laid__kind=kind, laid__root=asked.root).exclude(pk=asked.matter)
    earlier = rows.filter(laid__from_minute__range=(when - AROUND, when - 1)).order_by("-laid__from_minute", "-pk")
    later = rows.filter(laid__from_minute__range=(when, when + AROUND)).order_by("laid__from_minute", "pk")
    found = (half.values_list(*COLUMNS)[:MOST_EACH_WAY] for half in (earlier, later))
    return map(Beside._make, chain(*found))


def methods(rows: Iterable[Beside]) -> dict[int, str]:
    """The words of each matter's method."""
    return narrative({(one.matter, one.method_seq, one.method_field) for one in rows})


def narrative(places: Set[tuple[int, int, str]]) -> dict[int, str]:
    """The words of each matter in its place."""
    return {matter: text for (matter, _seq, _field), text in narratives(places).items()}


def narratives(places: Set[tuple[int, int, str]]) -> dict[tuple[int, int, str], str]:
    """The words in each of these places; a personal text is not even read, an erased one is gone."""
    found = Words.objects.filter(
        matter__in={matter for matter, _seq, _field in places},
        field__in={name for _matter, _seq, name in places},
        privacy="narrative",
        erased_at=None,
    ).values_list("matter_id", "seq", "field", "text")
    return {(matter, seq, name): text for matter, seq, name, text in found if (matter, seq, name) in places}


def _nearby(told: Beside, near: Mapping[int, float]) -> Q:
    """All of them where the place is not known."""
    if not near:
        return Q()
    return Q(laid__cell__in=list(near)) | Q(laid__cell=None) | _alike(told)


def _alike(told: Beside) -> Q:
    weeks = Q(laid__from_minute__range=(told.from_minute - FEW_WEEKS, told.from_minute + FEW_WEEKS))
    first, last = (told.minute - SAME_HOURS) % DAY, (told.minute + SAME_HOURS) % DAY
    after, before = Q(laid__minute__gte=first), Q(laid__minute__lte=last)
    hours = after & before if first < last else after | before
    return Q(laid__category=told.category, laid__width__lt=DAY) & weeks & hours
