"""Already reported near by: what the last step shows of it, and the one press by which somebody joins in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.doors.counter.filling import Filling
from linli.likeness.nearby import Neighbour, nearby
from linli.likeness.repeats import typed
from linli.matters.commands import Done, Saying, carry_out
from linli.matters.following import bearer, code_of, find_followed
from linli.matters.shown import day
from linli.place.models import Cell

MOST, LAST = 3, 2
"""Of how many is told, and the step in which it is: then it is known what it is and where."""


@dataclass(frozen=True)
class Told:
    """What somebody else told: how far it is, where and when, why it may be the same, and how many have it too."""

    number: str
    step: str
    where: str
    """Its grid cell and no more, however exactly they told it."""
    on: str
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
    cells = Cell.objects.select_related("unit").in_bulk({one.state.cell for one in found if one.state.cell})
    return tuple(_told(read, one, cells) for one in found)


def _told(read: Filling, one: Neighbour, cells: Mapping[int, Cell]) -> Told:
    step = _(read.counter.plain_steps[read.counter.progress(one.state) - 1])
    where = cells[one.state.cell].unit.label if one.state.cell else ""
    return Told(one.number, step, where, day(one.opened_at), one.why, read.kind.voices(one.state)[1])


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
