"""The dead letters of a channel, and how the office has them sent again."""

from collections.abc import Collection, Sequence
from datetime import datetime

from linli.notices.models import Channel, Notice

NOT_SENT = (Notice.State.DEAD, Notice.State.ASIDE)
SHOWN = 50


def not_sent(channel: Channel) -> Sequence[Notice]:
    """Given up or put aside, newest first, with every try."""
    rows = Notice.objects.filter(channel=channel, state__in=NOT_SENT).order_by("-pk")
    return list(rows.prefetch_related("log")[:SHOWN])


def send_again(channel: Channel, ids: Collection[int], *, at: datetime) -> int:
    """Let these be tried anew, under the keys they had. Returns how many."""
    rows = Notice.objects.filter(channel=channel, pk__in=ids, state__in=NOT_SENT)
    return rows.update(
        state=Notice.State.WAITING, tries=0, next_at=at, made_at=at, reason="", detail="", leased_until=None
    )
