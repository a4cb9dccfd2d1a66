"""Writes a backup: the whole ledger line by line, as it stood at one moment, in a few megabytes of memory."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from linli.ground.chain import seal_mac
from linli.keeping.lines import FORMAT, Any_Line, Attachment, Closing, Opening, Row, written
from linli.keeping.tables import carried, label, rows_of, stands_below
from linli.matters import files
from linli.matters.attaching import Attached
from linli.matters.everyday import Erased
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.matters.putting_back import Past, pasts_of
from linli.matters.sealing import key
from linli.matters.sweeping import told_in
from linli.matters.words import keyring

AT_ONCE = 100


@dataclass
class Sum:
    """What was written so far; which attachments should have been, and are not on the disk."""

    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    heads: "hashlib._Hash" = field(default_factory=hashlib.sha256)


def back_up(into: IO[bytes], *, at: datetime) -> Iterator[Sum]:
    """Write all lines; gives the sum so far after each few matters, and at last the whole."""
    total = Sum()
    with one_picture():
        for line in _lines(total, at=at):
            content = written(line)
            total.digest.update(content)
            into.write(content)
            if isinstance(line, Past) and not total.counts["matter"] % AT_ONCE:
                yield total
    into.write(written(_closing(total)))
    yield total


@contextmanager
def one_picture() -> Iterator[None]:
    """Everything as it stood when it was begun, while the desk goes on writing."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")  # and not IMMEDIATE, as all that writes: nobody is kept waiting
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")


def _lines(total: Sum, *, at: datetime) -> Iterator[Any_Line]:
    yield _opening(at=at)
    for model in carried():
        if stands_below(model):
            yield from _rows(model, total)
    yield from _matters(total)
    for model in carried():
        if not stands_below(model):
            yield from _rows(model, total)


def _opening(*, at: datetime) -> Opening:
    canary = keyring().make_canary()
    return Opening(
        format=FORMAT,
        at=at,
        rules={kind.name: kind.table for kind in kinds()},
        migrations=migrations(),
        canary=canary,
        mac=seal_mac(canary.hex(), key=key()),
    )


def migrations() -> list[str]:
    """What brought the tables to the shape they have."""
    return sorted(".".join(name) for name in MigrationRecorder(connection).applied_migrations())


def _rows(model: type, total: Sum) -> Iterator[Row]:
    for values in rows_of(model):
        total.counts["row"] += 1
        yield Row(of=label(model), values=values)


def _matters(total: Sum) -> Iterator[Past | Attachment]:
    last = 0
    while matters := list(Matter.objects.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        last = matters[-1].pk
        for matter, past in zip(matters, pasts_of(matters), strict=True):
            total.counts.update(matter=1, event=len(past.events), words=len(past.words))
            total.heads.update(f"{matter.number} {matter.head}\n".encode())
            yield past
            yield from _attachments(past, total)


def _attachments(past: Past, total: Sum) -> Iterator[Attachment]:
    told = past.told()
    erased = {told_in(one.payload).get("of") for one in told if one.fact == Erased.__name__}
    for one in told:
        if one.fact != Attached.__name__ or one.seq in erased:
            continue
        stored = str(told_in(one.payload).get("stored"))
        if (sealed := files.sealed(stored)) is None:
            total.lost.append(f"{past.number} event {one.seq}")
        else:
            total.counts["file"] += 1
            yield Attachment(stored=stored, sealed=sealed)


def _closing(total: Sum) -> Closing:
    digest = total.digest.hexdigest()
    counts = dict(sorted((+total.counts).items()))
    return Closing(counts=counts, head=total.heads.hexdigest(), digest=digest, mac=seal_mac(digest, key=key()))
