"""What was learnt from words erased since: older versions go at once, the newest when a fresh one is there."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from linli.likeness.models import Learned
from linli.matters.everyday import Erased
from linli.matters.kind import Kind
from linli.matters.models import Event, Words

KEPT = 3
"""So many versions stay to be compared, as long as no words were erased that they may hold a piece of."""

SLACK = timedelta(minutes=1)
"""What was said before a version was learnt may have been written while it was."""


def is_stale(kind: Kind, *, since: datetime | None = None) -> bool:
    """Whether words were erased after the newest version was learnt; with `since` only of one that is newer."""
    newest = _versions(kind).values_list("at", flat=True).first()
    return newest is not None and (since is None or newest >= since) and _erased_since(kind, newest)


def forget(kind: Kind, *, but: int = 1) -> int:
    """Take away the versions that are too many, or older than an erasure, but so many of the newest. Returns how many
    went: nothing suggests by them."""
    versions = list(_versions(kind).values_list("pk", "at"))
    old = [pk for place, (pk, at) in enumerate(versions) if place >= but and (place >= KEPT or _erased_since(kind, at))]
    Learned.objects.filter(pk__in=old).delete()
    return len(old)


def _versions(kind: Kind) -> QuerySet[Learned]:
    return Learned.objects.filter(kind=kind.name).order_by("-at", "-pk")


def _erased_since(kind: Kind, at: datetime) -> bool:
    """A personal word is never learnt; where one is erased, the narrative beside it is no longer to be."""
    since = at - SLACK
    erased = Event.objects.filter(fact=Erased.__name__, at__gte=since, matter__kind=kind.name)
    return Words.objects.filter(matter__in=erased.values("matter"), erased_at__gte=since).exists()
