"""How often something may be done within an hour, from one address and by everybody together."""

import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from linli.doors.counter.models import Rate

HOUR = timedelta(hours=1)
EVERYBODY = ""


@dataclass(frozen=True)
class Lane:
    """What is counted, how often one address may do it within an hour, and all together (0: no end)."""

    name: str
    each: int
    together: int = 0


WORKED = Lane("worked", each=60, together=3000)
"""Handing in, after the browser has worked for it: many people share the address of one telephone network."""
UNWORKED = Lane("unworked", each=3, together=60)
"""Handing in from a browser without scripts."""
PICTURES = Lane("pictures", each=60, together=3000)
ANSWERS = Lane("answers", each=60)
GUESSES = Lane("guesses", each=20)
"""Wrong codes. No end for all together: it would let one who guesses shut everybody out."""


def full_until(lane: Lane, address: str, *, at: datetime) -> datetime | None:
    """From when it may be tried again; None when it may be done now."""
    hour = hour_of(at)
    rows = Rate.objects.filter(lane=lane.name, hour=hour, address_digest__in=(EVERYBODY, digest(address, hour)))
    counts = dict(rows.values_list("address_digest", "count"))
    together = counts.pop(EVERYBODY, 0)
    full = sum(counts.values()) >= lane.each or (lane.together and together >= lane.together)
    return hour + HOUR if full else None


def count(lane: Lane, address: str, *, at: datetime) -> None:
    """Say that it was done once more."""
    hour = hour_of(at)
    for whence in (digest(address, hour), EVERYBODY):
        row, _new = Rate.objects.get_or_create(lane=lane.name, hour=hour, address_digest=whence)
        Rate.objects.filter(pk=row.pk).update(count=F("count") + 1)


def together(lane: Lane, *, at: datetime) -> int:
    """How often everybody together did it within this hour."""
    rows = Rate.objects.filter(lane=lane.name, hour=hour_of(at), address_digest=EVERYBODY)
    return rows.values_list("count", flat=True).first() or 0


def hour_of(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; of the newer addresses the part that one household or telephone has."""
    told = request.META.get("REMOTE_ADDR", "")
    try:
        address = ipaddress.ip_address(told)
    except ValueError:
        return ""
    return str(ipaddress.ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def digest(address: str, hour: datetime) -> str:
    """Keyed, and another one every day, so that nobody can be followed by it."""
    return salted_hmac("linli.counter.lanes", f"{hour.date()} {address}", algorithm="sha256").hexdigest()
