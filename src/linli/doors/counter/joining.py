"""Already reported near by: what the last step shows of it, and the one press by which somebody joins in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.doors.counter.filling import Filling
from linli.likeness.nearby import nearby
from linli.likeness.repeats import typed
from linli.matters.commands import Done, Saying, carry_out
from linli.matters.following import bearer, code_of, find_followed
from linli.matters.state import State
from linli.place.models import Cell

MOST, LAST = 3, 2
"""Of how many is told, and the step in which it is: then it is known what it is and where."""


@dataclass(frozen=True)
class Told:
    """What somebody else told: how far it is, why it may be the same, and how many have it too."""

    number: str
    step: str
    why: str
    too: int


def told_near(read: Filling, *, at: datetime) -> Sequence[Told]:
    """The likeliest first; no word, title or name of whoever told it."""
    if read.step != LAST or read.counter.joins is None:
        return ()
    told = read.form.cleaned_data
    cell = next((value for value in told.values() if isinstance(value, Cell)), None)
    point = next((told[name] for name in read.pointed if told.get(name)), None)
    words = [str(told.get(name) or "") for name in read.counter.what if name != "category"]
    asked = typed(category=told.get("category") or "", cell=cell.pk if cell else None, point=point, words=words, at=at)
    found = nearby(asked, kind=read.kind, most=MOST)
    return tuple(Told(one.number, _step(read, one.state), one.why, read.kind.voices(one.state)[1]) for one in found)


def join_in(read: Filling, number: str, *, saying: Saying) -> Done | None:
    """Once a page; None where the page did not tell of it. Raises NotAllowed, Refused, Conflict, SentBefore."""
    if read.counter.joins is None or all(one.number != number for one in told_near(read, at=saying.at)):
        return None
    matter = find_followed(code_of(number))
    if matter is None:
        return None
    by_them = Saying(
        who=bearer(matter, at=saying.at), at=saying.at, key=saying.key, version=matter.version, request=saying.request
    )
    return carry_out(read.counter.joins, number, told={}, saying=by_them)


def _step(read: Filling, state: State) -> str:
    return _(read.counter.plain_steps[read.counter.progress(state) - 1])
