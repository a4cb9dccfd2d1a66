"""Already reported near by: what the last step shows of it, and the one press by which somebody joins in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _

from linli.doors.counter.filling import Filling
from linli.likeness.nearby import Neighbour, nearby
from linli.likeness.repeats import typed
from linli.matters.commands import Done, Saying, carry_out
from linli.matters.following import bearer, code_of, find_followed, signs_of
from linli.place.models import Cell

MOST, LAST, WEEK = 3, 2, timedelta(weeks=1)
"""Of how many is told, and the step in which it is: then it is known what it is and where."""


@dataclass(frozen=True)
class Told:
    """What somebody else told: how far it is, where and when, why it may be the same, and how many have it too."""

    sign: str
    """By what the press finds it again. Its number would tell the day: they are given one after another."""
    step: str
    where: str
    """Its grid cell and no more, however exactly they told it; that is the cell told here, or one near it."""
    since: str
    why: str
    too: int


def told_near(read: Filling, *, at: datetime) -> Sequence[Told]:
    """The likeliest first; no word, title or name of whoever told it."""
    found = _near(read, at=at)
    cells = Cell.objects.select_related("unit").in_bulk({one.state.cell for one in found if one.state.cell})
    return tuple(_told(read, one, cells, at=at) for one in found)


def _near(read: Filling, *, at: datetime) -> Sequence[Neighbour]:
    if read.step != LAST or read.counter.joins is None:
        return ()
    told = read.form.cleaned_data
    cell = next((value for value in told.values() if isinstance(value, Cell)), None)
    point = next((told[name] for name in read.pointed if told.get(name)), None)
    words = [str(told.get(name) or "") for name in read.counter.what if name != "category"]
    asked = typed(category=told.get("category") or "", cell=cell.pk if cell else None, point=point, words=words, at=at)
    return nearby(asked, kind=read.kind, most=MOST)


def _told(read: Filling, one: Neighbour, cells: Mapping[int, Cell], *, at: datetime) -> Told:
    step = _(read.counter.plain_steps[read.counter.progress(one.state) - 1])
    where = cells[one.state.cell].unit.label if one.state.cell else ""
    return Told(_sign(one.number), step, where, _since(one.opened_at, at=at), one.why, read.kind.voices(one.state)[1])


def _since(opened: datetime, *, at: datetime) -> str:
    """By weeks and never fewer than one: walking through the cells nobody finds the day on which a neighbour came."""
    lately = _monday(opened) >= _monday(at) - WEEK
    return _("reported this week or last") if lately else _("reported before last week")


def _monday(at: datetime) -> date:
    on = at.astimezone(get_default_timezone()).date()
    return on - timedelta(days=on.weekday())


def _sign(number: str) -> str:
    return signs_of("near", number)


def join_in(read: Filling, sign: str, *, saying: Saying) -> Done | None:
    """Once a page; None where the page did not tell of it. Raises NotAllowed, Refused, Conflict, SentBefore."""
    number = next((one.number for one in _near(read, at=saying.at) if _sign(one.number) == sign), "")
    matter = find_followed(code_of(number)) if number else None
    if matter is None or read.counter.joins is None:
        return None
    by_them = Saying(
        who=bearer(matter, at=saying.at), at=saying.at, key=saying.key, version=matter.version, request=saying.request
    )
    return carry_out(read.counter.joins, number, told={}, saying=by_them)
