"""What neighbours already told of the same: for the counter, without a word, a title or a name of anybody."""

from dataclasses import dataclass
from datetime import datetime

from linli.likeness.beside import narratives
from linli.likeness.places import grid
from linli.likeness.repeats import nearest, report_of, said, told_in
from linli.likeness.sameness import Report, ranked, spot, what_and_where
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.state import State


@dataclass(frozen=True)
class Neighbour:
    """An open matter near by that may be the same: its number, since when, how far it is, and why it may be."""

    number: str
    opened_at: datetime
    state: State
    why: str


def nearby(asked: Report, *, kind: Kind, most: int) -> list[Neighbour]:
    """The likeliest of the very category that neighbours may be told of, whoever told it.

    Of their places no more than the grid cell: from three distances anybody could reckon a point that somebody set, and
    by trying words anybody could read where somebody lives. Nor why it may be the same by its day.
    """
    ground = grid()
    if not kind.tells_stories or not asked.category or spot(asked, grid=ground) is None:
        return []
    near = list(nearest(asked, Matter.objects.all(), kind=kind, ground=ground, siblings=()))
    states = {one.pk: State.read(one.state) for one in near}
    told = {one.pk: one for one in near if kind.neighbourly(states[one.pk])}
    words = narratives({place for pk in told for place in told_in(pk, states[pk], kind=kind)})
    others = [report_of(one, states[pk], words, kind=kind)._replace(point=None, place="") for pk, one in told.items()]
    found = ((same, told[same.report.matter]) for same in ranked(asked, others, grid=ground, most=most))
    return [
        Neighbour(one.number, one.opened_at, states[one.pk], said(what_and_where(asked, same))) for same, one in found
    ]
