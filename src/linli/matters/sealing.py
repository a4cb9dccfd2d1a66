"""Seals: the tick gathers new events under a Merkle root, chained and signed, and writes the head outside."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from linli.ground.chain import GENESIS, merkle_root, seal_hash, seal_mac
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters.anchors import anchor, anchored, wrong_lines
from linli.matters.models import Event, Seal

MOST = 50_000
ALTERED = msg("seal {seal}: events {first} to {last} are not those that were sealed")
LOST = msg("the seal up to event {last} was written outside and is gone from the database")


def seal_new(*, at: datetime) -> Seal | None:
    """Seal all events since the last seal; None when there are none."""
    with transaction.atomic():
        _wait_for_writers()
        before = Seal.objects.order_by("-last").first()
        after = before.last if before else 0
        rows = list(Event.objects.filter(pk__gt=after).order_by("pk").values_list("pk", "hash")[:MOST])
        if not rows:
            return None
        first, last = rows[0][0], rows[-1][0]
        root = merkle_root([digest for _, digest in rows])
        prev = before.hash if before else GENESIS
        head = seal_hash(prev=prev, root=root, first=first, last=last, count=len(rows), at=at)
        seal = Seal(first=first, last=last, count=len(rows), root=root, hash=head, mac=seal_mac(head, key=key()), at=at)
        seal.save()
    anchor(seal)
    return seal


def broken_seals() -> Iterator[Sentence]:
    """Recompute every seal over the events it covers, and look for each head that was written outside."""
    heads = anchored()  # before the seals: one made meanwhile is in the database first and outside second
    prev, after = GENESIS, 0
    seen: set[tuple[int, str]] = set()
    for seal in Seal.objects.order_by("last"):
        hashes = Event.objects.filter(pk__gt=after, pk__lte=seal.last).order_by("pk").values_list("hash", flat=True)
        root, count = merkle_root(list(hashes)), len(hashes)
        head = seal_hash(prev=prev, root=root, first=seal.first, last=seal.last, count=count, at=seal.at)
        kept = (seal.root, seal.count, seal.hash, seal.mac)
        if kept != (root, count, head, seal_mac(head, key=key())):
            yield Sentence(ALTERED, seal=seal.pk, first=seal.first, last=seal.last)
        prev, after = seal.hash, seal.last
        seen.add((seal.last, seal.hash))
    for last, head in heads:
        if (last, head) not in seen:
            yield Sentence(LOST, last=last)
    yield from wrong_lines()


def key() -> bytes:
    """The signing key, kept outside the database."""
    return _read(str(settings.SEAL_KEY))


@lru_cache(maxsize=2)
def _read(path: str) -> bytes:
    return Path(path).read_bytes()


def _wait_for_writers() -> None:
    """On PostgreSQL ids are given before commit: wait until no writer can still add a lower one."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE matters_event IN SHARE MODE")
