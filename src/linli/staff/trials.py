"""The sign-ins that an invented county offers to try: one list, for the terminal and for the page."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from linli.staff.models import Post, in_force

Offered = Mapping[str, str]
"""By sign-in name what to try, in the order in which it is shown."""
OFFERS: list[Callable[[], Offered]] = []


class Trial(NamedTuple):
    """A post that a visitor may sign in to, and what can be tried with it."""

    post: Post
    what: str


def offer(told: Callable[[], Offered]) -> None:
    """Called by whoever invents a county when its app is ready; asked only where the sign-ins are shown."""
    OFFERS.append(told)


def trials(*, on: date) -> list[Trial]:
    """Of those that are offered whoever holds a post on the day and may sign in."""
    offered = {username: what for told in OFFERS for username, what in told().items()}
    rows = Post.objects.filter(in_force(on), user__username__in=offered, user__is_active=True)
    held = {row.user.username: row for row in rows.select_related("user", "unit").order_by("-pk")}
    return [Trial(held[username], what) for username, what in offered.items() if username in held]
