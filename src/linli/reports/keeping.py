"""How meetings and reports are kept: what was frozen answers to a digest made with a key; remarks can be wiped."""

from collections.abc import Iterator
from datetime import datetime

from linli.ground.chain import canonical, seal_mac
from linli.ground.clock import utc_text
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters.sealing import key
from linli.reports.models import Meeting, Snapshot
from linli.reports.packed_rows import are_unaltered

MEETING = msg("meeting {number}: the list is not the one that was frozen")
REPORT = msg("report {number}: it is not the one that was issued")


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


def digest_of_report(snapshot: Snapshot) -> str:
    told = {
        "number": snapshot.number,
        "report": snapshot.report,
        "unit": snapshot.unit_id,
        "period": snapshot.period,
        "cut": utc_text(snapshot.cut_at),
        "post": snapshot.issued_by_id,
        "frozen": snapshot.frozen,
    }
    return seal_mac(canonical(told), key=key())


def is_unaltered(kept: Meeting | Snapshot) -> bool:
    """Whether what is frozen is what was written."""
    if isinstance(kept, Meeting):
        return digest_of(kept) == kept.digest
    return digest_of_report(kept) == kept.digest and are_unaltered(kept)


def altered() -> Iterator[Sentence]:
    """What verify says of each meeting and each report that is not as it was frozen."""
    for meeting in Meeting.objects.order_by("pk").iterator():
        if not is_unaltered(meeting):
            yield Sentence(MEETING, number=meeting.number)
    for snapshot in Snapshot.objects.order_by("pk").iterator():
        if not is_unaltered(snapshot):
            yield Sentence(REPORT, number=snapshot.number)


def wiped_since(at: datetime) -> bool:
    return Meeting.objects.filter(wiped_at__gt=at).exists()
