"""The answers machines were given: under the same key the same again, for as long as they may ask twice."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from linli.machines.callers import Caller
from linli.machines.models import Answer
from linli.matters.following import keyed

KEPT_FOR = timedelta(days=30)
MOST = 10_000
"""How many are forgotten at once."""


class KeyUsed(Exception):
    """The key answered for another content."""


def answered(called: Caller, key: str, *, content: str) -> Answer | None:
    """What was answered under this key; None where it is new or none was told. Raises KeyUsed."""
    row = Answer.objects.filter(token=called.token, key=_digest(key)).first() if key else None
    if row is not None and row.content != content:
        raise KeyUsed
    return row


def keep(called: Caller, key: str, *, content: str, status: int, body: Any) -> None:
    """Keep what was answered; where two asked at once the first is kept."""
    if not key:
        return
    try:
        with transaction.atomic():
            told = {"token": called.token, "key": _digest(key), "content": content, "at": called.at}
            Answer.objects.create(**told, status=status, body=body)
    except IntegrityError:
        return


def forget(*, at: datetime) -> int:
    """Take away what is older than anybody asks again."""
    old = Answer.objects.filter(at__lt=at - KEPT_FOR).values("pk")[:MOST]
    taken, _each = Answer.objects.filter(pk__in=list(old.values_list("pk", flat=True))).delete()
    return taken


def _digest(key: str) -> str:
    return keyed("machine key", key).hex()
