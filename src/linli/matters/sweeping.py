"""Taking erased content off the disk after the commit that erased it, and again after a crash in between."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection

from linli.matters import files
from linli.matters.attaching import Attached
from linli.matters.everyday import Erased
from linli.matters.models import Event, Matter

AT_ONCE = 300
RECENT = 10_000
"""How many events back a tick looks for erasures: far more than are written between two ticks."""
JUST_NOW = timedelta(minutes=5)

WIPED: list[Callable[[datetime], bool]] = []


def heed(wiped: Callable[[datetime], bool]) -> None:
    """Let a room above, which keeps words of its own, say whether some were wiped since a moment."""
    WIPED.append(wiped)


def drop_erased(matter: Matter) -> int:
    """Take away the erased attachments of a matter. Returns how many files were still there."""
    return _drop(erased_places({matter.pk}))


def sweep(*, everything: bool = False) -> int:
    """Take away what recent erasures left on the disk, or all of them. Returns how many files were still there."""
    newest = Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    recent = Event.objects.filter(fact=Erased.__name__, pk__gt=0 if everything else newest - RECENT)
    matters, taken = iter(recent.order_by("matter_id").values_list("matter_id", flat=True).distinct()), 0
    while batch := set(islice(matters, AT_ONCE)):
        taken += _drop(erased_places(batch))
    return taken


def erased_places(matters: set[int]) -> set[tuple[int, int]]:
    """The (matter, seq) pairs of these matters whose words and file were erased."""
    erased = Event.objects.filter(matter__in=matters, fact=Erased.__name__)
    return {(matter, told_in(payload).get("of", 0)) for matter, payload in erased.values_list("matter_id", "payload")}


def told_in(payload: str) -> dict[str, Any]:
    """Nothing where the payload was spoilt: verify says so by the chain."""
    try:
        told = json.loads(payload)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def empty_log(*, at: datetime) -> bool:
    """After an erasure move SQLite's write-ahead log into the database: the log holds pages as they were before."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    since_at = at - JUST_NOW
    erased = Event.objects.filter(fact=Erased.__name__, at__gt=since_at).exists()
    if not (erased or any(wiped(since_at) for wiped in WIPED)):
        return False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return bool(cursor.fetchone()[0] == 0)


def _drop(places: set[tuple[int, int]]) -> int:
    attached = Event.objects.filter(matter__in={matter for matter, _seq in places}, fact=Attached.__name__)
    rows = attached.values_list("matter_id", "seq", "payload")
    return sum(
        files.drop(str(told_in(payload).get("stored"))) for matter, seq, payload in rows if (matter, seq) in places
    )
