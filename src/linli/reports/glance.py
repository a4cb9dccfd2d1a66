"""One unit at a glance: what stands open by kind, colour and cell, what presses, what the day brought; all counted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, ExtractHour

from linli.colours.colour import Colour
from linli.ground.clock import day_of, moment
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.conditions import where
from linli.matters.facts import Turned
from linli.matters.kind import kinds
from linli.matters.lateness import running
from linli.matters.models import Event, Matter
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.question import Question
from linli.staff.models import Role, User
from linli.staff.posts import Held

DUES = ("overdue", "hour", "hours", "today")
HOURS = 24
TO_RED, FROM_RED = f'"colour":"{Colour.RED}"', f'"was":"{Colour.RED}"'
"""How the payload of a turn says where it led and whence."""
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Pile:
    """How many open matters of one kind and colour lie in one cell, and how many of them are due when."""

    kind: str
    colour: str
    cell: int | None
    count: int
    dues: tuple[int, ...]


@dataclass(frozen=True)
class Pressing:
    """An open matter by its number, and the moment it is named for: red since, or due at. Nothing of its words."""

    number: str
    kind: str
    colour: str
    cell: int | None
    at: datetime


@dataclass(frozen=True)
class Glance:
    """All of it at one moment; `opened`, `closed` and `turned` count by the hour of the day."""

    at: datetime
    piles: tuple[Pile, ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]
    turned: tuple[int, ...]
    reds: tuple[Pressing, ...]
    nearest: tuple[Pressing, ...]

    @property
    def dues(self) -> dict[str, int]:
        return {due: sum(pile.dues[place] for pile in self.piles) for place, due in enumerate(DUES)}


def glance(unit: Unit, *, at: datetime, reds: int, nearest: int) -> Glance:
    """As many questions whatever there is: each figure is that of the desk's list with the same condition."""
    question = asked_by_nobody(unit, at=at)
    return Glance(
        at=at,
        piles=_piles(question),
        opened=_hours(question.new, "opened_at", question),
        closed=_hours(closed_today(question), "closed_at", question),
        turned=_hours(turned_red(question), "at", question),
        reds=_reds(question, most=reds),
        nearest=_nearest(question, most=nearest),
    )


def asked_by_nobody(unit: Unit, *, at: datetime) -> Question:
    """What the unit and all below it have to do with, since the day began."""
    known = calendar()
    midnight = moment(day_of(at, zone=known.zone), zone=known.zone)
    return Question(watching(unit), unit, (), midnight - INSTANT, at, known)


def watching(unit: Unit) -> Viewer:
    """Whoever stands before a screen of this unit: nobody in person, who sees what it holds and can do nothing."""
    path = (unit.unit_1, unit.unit_2, unit.unit_3, unit.unit_4)
    post = Held(post_id=0, user_id=0, role=Role.AUDITOR, unit_id=unit.pk, level=unit.level, path=path)
    return Viewer(user=User(), posts=(post,))


def closed_today(question: Question) -> QuerySet[Matter]:
    """What was closed was touched: found by the same index as what is new."""
    touched = question.matters.filter(kind__in=_kinds(), touched_at__gt=question.since_at)
    return touched.filter(closed_at__gt=question.since_at, closed_at__lte=question.at)


def turned_red(question: Question) -> QuerySet[Event]:
    """Each time of the day that one became red, as the figures count it: red from its opening is one of them."""
    turns = Event.objects.filter(question.theirs, fact=Turned.__name__, payload__contains=TO_RED, **question.window)
    return turns.exclude(payload__contains=FROM_RED)


def latest() -> str:
    """The hash of the newest event of the ledger: as long as it is the same, nothing has happened."""
    return Event.objects.order_by("-pk").values_list("hash", flat=True).first() or ""


def _piles(question: Question) -> tuple[Pile, ...]:
    """One walk through what is open: the only question that grows with the ledger."""
    dues = {
        due: Count("pk", filter=where(Listing(due=due), question.who, at=question.at, calendar=question.calendar))
        for due in DUES
    }
    rows = question.open.values_list("kind", "colour", "cell_id").annotate(count=Count("pk"), **dues).order_by()
    return tuple(Pile(kind, colour, cell, count, tuple(due)) for kind, colour, cell, count, *due in rows)


def _hours(rows: QuerySet[Matter] | QuerySet[Event], moments: str, question: Question) -> tuple[int, ...]:
    """How many there are in each hour of the centre's day."""
    hour = ExtractHour(moments, tzinfo=ZoneInfo(question.calendar.zone))
    found = dict(rows.annotate(hour=hour).values_list("hour").annotate(count=Count("pk")).order_by())
    return tuple(found.get(one, 0) for one in range(HOURS))


def _reds(question: Question, *, most: int) -> tuple[Pressing, ...]:
    """Those that have been red for longest without a break."""
    red = question.listed(colour=(Colour.RED.value,)).filter(kind__in=_kinds()).annotate(since=red_since())
    rows = red.order_by("since", "pk")[:most].values_list("number", "kind", "colour", "cell_id", "since")
    return tuple(Pressing(*row) for row in rows)


def red_since() -> Coalesce:
    """When the matter turned red after it was last of another colour."""
    turns = Event.objects.filter(fact=Turned.__name__)
    other = turns.filter(matter=OuterRef("matter")).exclude(payload__contains=TO_RED).order_by("-seq")
    after = Coalesce(Subquery(other.values("seq")[:1]), -1)
    red = turns.filter(matter=OuterRef("pk"), payload__contains=TO_RED, seq__gt=after).order_by("seq")
    return Coalesce(Subquery(red.values("at")[:1]), "opened_at")


def _nearest(question: Question, *, most: int) -> tuple[Pressing, ...]:
    """The deadlines that come next; those of matters whose clock stands still do not come."""
    coming = question.open.filter(kind__in=_kinds(), colour__in=list(Colour), due_at__gte=question.at)
    nearest = coming.filter(running()).annotate(due=F("due_at")).order_by("due", "pk")
    rows = nearest[:most].values_list("number", "kind", "colour", "cell_id", "due")
    return tuple(Pressing(*row) for row in rows)


def _kinds() -> list[str]:
    """All there are: named, because the indexes of a unit go on by kind."""
    return [kind.name for kind in kinds()]
