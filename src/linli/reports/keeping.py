"""How a meeting is kept: what was frozen answers to a digest made with a key, and what was remarked can be wiped."""

from collections.abc import Iterator
from datetime import datetime

from linli.ground.chain import canonical, seal_mac
from linli.ground.clock import utc_text
from linli.matters.sealing import key
from linli.reports.models import Meeting


def digest_of(meeting: Meeting) -> str:
    """Over the frozen rows and all that says whose they are: nobody without the key can make another."""
    told = {
        "number": meeting.number,
        "sort": meeting.sort,
        "unit": meeting.unit_id,
        "kinds": meeting.kinds,
        "since": utc_text(meeting.since_at),
        "cut": utc_text(meeting.cut_at),
        "frozen": meeting.frozen,
    }
    return seal_mac(canonical(told), key=key())


def is_unaltered(meeting: Meeting) -> bool:
    """Whether the frozen list is the one that was written."""
    return digest_of(meeting) == meeting.digest


def altered() -> Iterator[str]:
    """What verify says of each meeting that is not as it was frozen."""
    for meeting in Meeting.objects.order_by("pk").iterator():
        if not is_unaltered(meeting):
            yield f"meeting {meeting.number}: the list is not the one that was frozen"


def wiped_since(at: datetime) -> bool:
    return Meeting.objects.filter(wiped_at__gt=at).exists()
