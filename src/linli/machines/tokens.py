"""Making, knowing and revoking the tokens of posts. Only a keyed digest is stored."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, QuerySet

from linli.ground.clock import day_of
from linli.ground.token import drawn, lies_in, network_of
from linli.machines.models import Token
from linli.matters.following import keyed
from linli.policy.calendar import calendar
from linli.staff.models import Post, Role, User

DAYS, MOST = 365, 3660
"""How long a token is good where nothing is said, and at most."""
NOBODY = (Role.COUNTER, Role.ADMINISTRATOR)
"""Posts that no machine acts from: the house's own, and the one that sets it up."""
log = logging.getLogger(__name__)


def make(
    post: Post, *, title: str, at: datetime, days: int = DAYS, network: str = "", by: User | None = None
) -> tuple[Token, str]:
    """A new token and its text, which is told this once. Raises ValueError for what is no network.

    What somebody else makes in the office waits for the holder of the post; whoever has the machine has its keys.
    """
    text, bound = drawn(), network_of(network)
    told: dict[str, Any] = {"digest": digest_of(text), "title": title, "post": post, "network": bound}
    if by is None or by.pk == post.user_id:
        told |= {"agreed_at": at, "agreed_by_id": post.user_id}
    row = Token.objects.create(**told, made_at=at, until_at=at + timedelta(days=days), made_by=by)
    if by:  # whoever makes one by the command is told so by it, on the same terminal
        log.info("token %s made for post %s by %s", row.pk, post.pk, by.username)
    return row, text


def find(text: str, *, at: datetime, address: str) -> Token | None:
    """The token that is good now, from there. Whatever is wrong with it, the answer is the same."""
    rows = Token.objects.select_related("post__unit", "post__user")
    row = rows.filter(digest=digest_of(text), revoked_at=None, agreed_by=F("post__user")).first()
    if row is None or not row.made_at <= at < row.until_at or not lies_in(address, row.network):
        return None
    return row if row.post.user.is_active else None


def of_posts(user: User, *, at: datetime) -> QuerySet[Token]:
    """Those that are good, or wait for a word, of the posts that somebody holds in person."""
    rows = Token.objects.select_related("post__unit", "made_by")
    return rows.filter(post__user=user, revoked_at=None, until_at__gt=at)


def agree(row: Token, *, at: datetime) -> None:
    """The holder of the post says so, once."""
    if not row.is_agreed:
        Token.objects.filter(pk=row.pk).update(agreed_at=at, agreed_by=row.post.user_id)
    log.info("token %s agreed to by the holder of post %s", row.pk, row.post_id)


def revoke(row: Token, *, at: datetime, by: User | None = None) -> None:
    Token.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=at, revoked_by=by)
    if by:
        log.info("token %s revoked by %s", row.pk, by.username)


def note_used(row: Token, *, at: datetime) -> None:
    """Which day it was last used on: enough to see which can go, and one write a day."""
    today = day_of(at, zone=calendar().zone)
    if row.last_used_on != today:
        Token.objects.filter(pk=row.pk).update(last_used_on=today)


def digest_of(text: str) -> str:
    return keyed("machine", text).hex()
