"""The resident's telephone number, opened for the moment of sending; that it was opened is on the matter's record."""

from datetime import datetime

from linli.matters.access import viewer
from linli.matters.kind import kind_named
from linli.matters.models import Matter, Standing, Words
from linli.matters.reading import log_look
from linli.matters.state import State
from linli.matters.words import bound, keyring
from linli.staff.counter import counter_user

PURPOSE = "notice"


def number_of(matter: Matter, *, at: datetime) -> str:
    """The number at which they asked to be told, as the matter stands now; empty when there is none any more."""
    state = State.read(Standing.objects.get(matter=matter).state)
    place = kind_named(matter.kind).reach(state)
    if place is None:
        return ""
    seq, field = place
    row = Words.objects.filter(matter=matter, seq=seq, field=field, erased_at=None, sealed__isnull=False).first()
    if row is None:
        return ""
    _record(matter, seq=seq, at=at)
    return keyring().open(bytes(row.sealed or b""), bound=bound(matter.number, seq, field))


def _record(matter: Matter, *, seq: int, at: datetime) -> None:
    """Looked into by the counter's own post: the house itself did it, on the resident's wish."""
    posts = viewer(counter_user(), at=at).posts
    log_look(matter, seq=seq, by=posts[0], purpose=PURPOSE, at=at)
