"""Which open matters may be what somebody is just reporting again: proposed with reasons, decided by a person."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.likeness.beside import narratives
from linli.likeness.distances import Grid
from linli.likeness.places import grid
from linli.likeness.sameness import DAYS, METRES, UNSAID, Report, Same, Spot, is_placed, likeness, ranked, reasons, spot
from linli.likeness.why import Reason
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter, Standing
from linli.matters.reading import withheld_from
from linli.matters.state import DESK, State
from linli.policy.book import book

Place = tuple[int, int, str]
"""A matter, an event of it, and a field of that event."""
OWN, SIBLINGS = 100, 50
"""Of how many of the very category, and of its siblings, the states are read: the newest."""


@dataclass(frozen=True)
class Repeat:
    """A matter that may be the same one, told before or again, why, and which others of those found go with it."""

    matter: Matter
    reasons: tuple[Reason, ...]
    along: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reasons as one line in the reader's language."""
        return said(self.reasons)


class Glimpse(NamedTuple):
    """Of a matter that may be the same, no more than is compared: there are many, and few of them are shown."""

    pk: int
    number: str
    category: str
    opened_at: datetime
    title: str
    state: str


COLUMNS = (*Glimpse._fields[:-1], "standing__state")


def typed(
    *,
    category: str,
    cell: int | None,
    point: Iterable[Any] | None,
    words: Iterable[str],
    at: datetime,
    place: str = "",
) -> Report:
    """What is only being typed, of no matter yet; nothing of it is kept."""
    return Report(UNSAID, category, at, cell, spot_of(point), "\n".join(words), place)


def repeats_of(matter: Matter, who: Viewer, *, at: datetime, most: int) -> list[Repeat]:
    """What may be this matter told before or again; nothing where the viewer may not read its own story."""
    kind = kind_named(matter.kind)
    state = State.read(Standing.objects.values_list("state", flat=True).get(matter=matter))
    place = kind.story(state)
    if place is None or place[0] in withheld_from(who, matter, state):
        return []
    asked = report_of(matter, state, narratives(told_in(matter.pk, state, kind=kind)), kind=kind)
    tied = {tie.number for tie in state.ties if tie.until_at is None}
    return repeats(asked, who, kind=kind, at=at, most=most, but=tied | {matter.number})


def repeats(
    asked: Report, who: Viewer, *, kind: Kind, at: datetime, most: int, but: Collection[str] = ()
) -> list[Repeat]:
    """The likeliest of the open matters that this viewer may see; none where it is not known what and where.

    What goes together is as likely as the likeliest of it; of equals more were told in the first.
    """
    ground = grid()
    if not kind.tells_stories or not placed(asked, ground):
        return []
    siblings = siblings_of(asked.category, kind, at=at)
    near = list(nearest(asked, access.visible(who), kind=kind, ground=ground, siblings=siblings))
    states = {one.pk: State.read(one.state) for one in near}
    one_with = {one.pk: (one.number, kind.goes_with(states[one.pk]) or one.number) for one in near}
    free = [one for one in near if not set(one_with[one.pk]) & set(but)]
    reports = _readable(free, states, who, kind=kind)
    together = _as_one(ranked(asked, reports, grid=ground, most=len(reports)), one_with)
    likeliest = sorted(together, key=lambda some: (min(likeness(asked, one) for one in some), -len(some)))[:most]
    shown = Matter.objects.select_related("unit").in_bulk([first.report.matter for first, *_along in likeliest])
    return [
        Repeat(shown[one.report.matter], reasons(asked, one), tuple(one_with[same.report.matter][0] for same in along))
        for one, *along in likeliest
    ]


def placed(asked: Report, ground: Grid) -> bool:
    """Whether what it is and where it is are known well enough to look for another."""
    return bool(asked.category) and is_placed(asked, grid=ground)


def siblings_of(category: str, kind: Kind, *, at: datetime) -> list[str]:
    """The categories beside this one, under the same one above."""
    parents = book(at).parents
    above = parents.get((kind.name, category))
    beside = (code for (name, code), parent in parents.items() if name == kind.name and parent == above)
    return sorted(code for code in beside if code != category) if above else []


def spot_of(point: Iterable[Any] | None) -> Spot | None:
    """The two degrees of a point, written out or not."""
    if not point:
        return None
    lon, lat = (float(degree) for degree in point)
    return lon, lat


def said(why: Iterable[Reason]) -> str:
    return " · ".join(_(reason.sentence).format(**reason.values) for reason in why)


def nearest(
    asked: Report, seen: QuerySet[Matter], *, kind: Kind, ground: Grid, siblings: Sequence[str]
) -> Iterable[Glimpse]:
    """The newest open ones of the days around it whose cell is near, or whose place only their state or words know.

    Of a place that is told in words only, no cell is near and none is far.
    """
    here = spot(asked, grid=ground)
    near = Q(cell__in=ground.within(METRES, lon=here[0], lat=here[1])) | Q(cell=None) if here else Q()
    days = Q(opened_at__range=(asked.at - DAYS, asked.at + DAYS), closed_at=None, kind=kind.name)
    rows = seen.filter(days, near).order_by("-opened_at", "-pk").values_list(*COLUMNS)
    own, others = rows.filter(category=asked.category)[:OWN], rows.filter(category__in=siblings)[:SIBLINGS]
    return map(Glimpse._make, chain(own, others))


def _as_one(found: Iterable[Same], one_with: Mapping[int, tuple[str, str]]) -> list[list[Same]]:
    """What goes together is one; in front the matter that stands for it, if it was found."""
    together: dict[str, list[Same]] = {}
    for same in found:
        own, whole = one_with[same.report.matter]
        rows = together.setdefault(whole, [])
        rows.insert(0 if own == whole else len(rows), same)
    return list(together.values())


def _readable(matters: Sequence[Glimpse], states: Mapping[int, State], who: Viewer, *, kind: Kind) -> list[Report]:
    """What was told of each; nothing of those whose story the viewer may not read."""
    told = {one.pk: place for one in matters if (place := kind.story(states[one.pk]))}
    closed = _closed({pk for pk, place in told.items() if place[0] in kind.withheld(states[pk])}, who)
    read = told.keys() - closed
    words = narratives({place for pk in read for place in told_in(pk, states[pk], kind=kind)})
    return [report_of(one, states[one.pk], words, kind=kind) for one in matters if one.pk in read]


def _closed(withheld: Collection[int], who: Viewer) -> set[int]:
    """Those whose story is only for the desk that took them in, and this viewer is not of that desk."""
    matters = Matter.objects.filter(pk__in=withheld) if withheld else ()
    return set(withheld) - access.postings(who, "see", matters, of=DESK).keys()


def told_in(matter: int, state: State, *, kind: Kind) -> set[Place]:
    """Where the words stand that tell what it is about, and where it is."""
    story = kind.story(state)
    return {(matter, *place) for place in ((story,) if story else ()) + kind.whereabouts(state)}


def report_of(matter: Matter | Glimpse, state: State, words: Mapping[Place, str], *, kind: Kind) -> Report:
    """What may be compared of it, by its words in their places; of where it is the latest that says anything."""
    story = kind.story(state)
    text = "\n".join((matter.title, words.get((matter.pk, *story), "") if story else ""))
    places = [words.get((matter.pk, *place), "") for place in kind.whereabouts(state)]
    point = spot_of(state.data.get("point"))
    return Report(
        matter.pk, matter.category, matter.opened_at, state.cell, point, text, next(filter(None, places[::-1]), "")
    )
