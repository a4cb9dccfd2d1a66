"""Who calls: the bearer of a token, with the rights of its one post, at the one moment of this request."""

import ipaddress
import uuid
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from linli.ground.clock import day_of
from linli.machines.models import Token
from linli.machines.tokens import find, note_used
from linli.matters.access import Viewer
from linli.policy.calendar import calendar
from linli.policy.present import present
from linli.staff.models import Post, in_force
from linli.staff.posts import as_held

READS, WRITES = 600, 120
"""How often one token may ask and say within a minute."""
MINUTE = 60


@dataclass(frozen=True)
class Caller:
    """One request of another system."""

    token: Token
    who: Viewer
    at: datetime
    request: str
    """The id of the request, which stands in the events it leaves."""

    def key(self, told: str) -> str:
        """The key of a post as the ledger keeps it: of this token alone; one that was not told is new."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"linli:{self.token.pk}:{told}") if told else uuid.uuid4())


def caller(request: HttpRequest, text: str) -> Caller | None:
    """The bearer of a token that is good now and whose post still stands; None alike for whatever is wrong with it."""
    at = present()
    row = find(text, at=at, address=address_of(request))
    if row is None or not _stands(row.post, at=at):
        return None
    note_used(row, at=at)
    who = Viewer(user=row.post.user, posts=(as_held(row.post, user=row.post.user),))
    return Caller(row, who, at, str(request.META.get("X-Request-ID", "")))


def too_often(called: Caller, *, writes: bool) -> bool:
    """Counted in the memory of each process: a system gone wild is slowed down, nothing more."""
    sort, most = ("writes", WRITES) if writes else ("reads", READS)
    name = f"machine-{called.token.digest}-{sort}-{timezone.now():%H%M}"
    cache.add(name, 0, 2 * MINUTE)
    try:
        return cache.incr(name) > most
    except ValueError:  # dropped in between, where the memory was full
        return False


def address_of(request: HttpRequest) -> str:
    """Where it comes from, as far as that is an address at all."""
    told = str(request.META.get("REMOTE_ADDR", ""))
    try:
        return str(ipaddress.ip_address(told))
    except ValueError:
        return ""


def _stands(post: Post, *, at: datetime) -> bool:
    return Post.objects.filter(in_force(day_of(at, zone=calendar().zone)), pk=post.pk).exists()
