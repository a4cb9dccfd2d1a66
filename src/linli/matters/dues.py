"""What is overdue, or due within a stretch that begins now; how many are overdue is added up by the day."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from django.db.models import Count, Q
from django.db.models import Sum as Total
from django.db.models.functions import Coalesce

from linli.ground.clock import day_of, moment
from linli.ground.workdays import DAY, Calendar
from linli.matters.access import Scope, Viewer, scope_with_places
from linli.matters.asking import Listing
from linli.matters.composed import KEPT, MOMENTS, Composed, numbers
from linli.matters.lateness import late, running
from linli.matters.models import Due, Matter
from linli.matters.sums import OF_THE_PAGE, of_whom, seen_under
from linli.matters.urgency import DATED

SOON = 3
"""Working days that count as soon."""
HOUR, HOURS = timedelta(hours=1), 4
"""The nearest dues that are asked for: within one hour, and within some."""
OVERDUE = "overdue"
NEAR = (OVERDUE, "hour", "hours", "today", "soon")
"""What is due before `soon_until`."""
CLOCK = timezone(timedelta(hours=8))
"""By this one the triggers cut days, wherever the centre is."""
KNOWN = frozenset({"kind", "unit", "due", "state"})
"""What a day's sum tells apart, or has settled."""
_OTHERS = tuple((one.name, one.default) for one in fields(Listing) if one.name not in KNOWN | OF_THE_PAGE)


def moments_of(due: str, *, at: datetime, calendar: Calendar) -> tuple[datetime, ...]:
    """The moments that say what is due so: from when and until when, or the one of these that there is."""
    if due == "later":
        return (soon_until(at, calendar=calendar),)
    return (at,) if due == OVERDUE else (at, _until(due, at=at, calendar=calendar))


def due_within(due: str, moments: Sequence[datetime]) -> Q:
    """Past its date, or due within a stretch that begins now; of open ones whose clock does not stand still."""
    open_ones = running() & Q(closed_at__isnull=True)
    if due == OVERDUE:
        return late(moments[0]) & open_ones
    since, until = Q(due_at__gte=moments[0]), Q() if due == "later" else Q(due_at__lt=moments[1])
    return since & until & open_ones


def soon_until(at: datetime, *, calendar: Calendar) -> datetime:
    """When the office closes on the last of the working days that count as soon."""
    day, left = day_of(at, zone=calendar.zone), SOON
    while left:
        day += DAY
        left -= calendar.is_workday(day)
    return moment(day + DAY, zone=calendar.zone)


def is_near(listing: Listing) -> bool:
    """Whether it asks for nothing else than what is due so near."""
    return listing.due in NEAR and listing == Listing(due=listing.due)


def count_near(
    dues: Mapping[str, str], who: Viewer, scope: Scope, *, at: datetime, calendar: Calendar
) -> dict[str, int]:
    """How many of all that is seen are due so, by the names of these dues.

    Each stretch ends where it ends, less what is overdue: what is due before a moment lies on whole days, which are
    added up, and on the rest of one, which is looked at. Days that end where the clock's do leave no rest.
    """
    if not dues:
        return {}
    ends = {name: at if due == OVERDUE else _until(due, at=at, calendar=calendar) for name, due in dues.items()}
    moments = sorted({at, *ends.values()})
    days = _on_days(Listing(due=OVERDUE), moments, who, scope)
    rests = [end for end in moments if days is None or end > day_began(end)]
    found = dict(zip(rests, _count_rests(rests, who, scope, whole=days is None), strict=True))
    before = {end: found.get(end, 0) + (days or {}).get(end, 0) for end in moments}
    return {name: before[end] - (0 if dues[name] == OVERDUE else before[at]) for name, end in ends.items()}


def _count_rests(ends: Sequence[datetime], who: Viewer, scope: Scope, *, whole: bool) -> Sequence[int]:
    """How many fall due before each of these moments, on its day; `whole`: on any day before it too."""
    if not ends:
        return ()
    told = _asking_rests(who.kept, scope.places, len(ends), whole=whole)
    began = () if whole else map(day_began, ends)
    return told.one(*ends, *began, ids=scope.beyond or ()) or (0,) * len(ends)


@lru_cache(maxsize=KEPT)
def _asking_rests(who: Viewer, places: int | None, ends: int, *, whole: bool) -> Composed:
    """The moments are told in their order; behind them, where not the whole is looked at, when their days began."""
    until, since = MOMENTS[:ends], MOMENTS[ends : 2 * ends]
    of_day = [Q() if whole else Q(due_at__gte=began) for began in since]
    seen = scope_with_places(who, places).whole
    rows = Matter.objects.filter(seen, DATED, running(), of_day[0], closed_at=None, due_at__lt=until[-1])
    each = zip(until, of_day, strict=True)
    return numbers(
        rows, {f"n{place}": Count("pk", filter=day & Q(due_at__lt=end)) for place, (end, day) in enumerate(each)}
    )


def day_began(at: datetime) -> datetime:
    """When the day began by which the database counts what falls due."""
    return datetime.combine(at.astimezone(CLOCK), time(), CLOCK).astimezone(UTC)


def overdue_before(listing: Listing, who: Viewer, scope: Scope, *, at: datetime) -> int | None:
    """How many of a listing of what is overdue were so when the day began; None where they cannot be added up."""
    days = _on_days(listing, [at], who, scope) if _tells(listing) and of_whom(listing, who) else None
    return days[at] if days else None


def _on_days(listing: Listing, ends: Sequence[datetime], who: Viewer, scope: Scope) -> dict[datetime, int] | None:
    """How many fall due before the day of each of these moments, of what is seen of a kind and in a unit."""
    seen = seen_under(listing.unit, who, scope) if scope.units else None
    if seen is None:
        return None
    beyond, singly = ((False,), ()) if listing.whose else (seen.beyond, seen.singly)
    kind = Q(kind=listing.kind) if listing.kind else Q()
    named = {f"n{place}": end.astimezone(CLOCK).date() for place, end in enumerate(ends)}
    found = dict(zip(named, _asking_days(seen.units, beyond, listing.kind, tuple(named.values())).one(), strict=False))
    if singly:
        few = Matter.objects.filter(kind, running(), pk__in=singly, closed_at=None).exclude(scope.within)
        each = {name: Count("pk", filter=Q(due_at__lt=day_began(end))) for name, end in zip(named, ends, strict=True)}
        found = {name: found.get(name, 0) + n for name, n in few.aggregate(**each).items()}
    return {end: int(found.get(name, 0)) for name, end in zip(named, ends, strict=True)}


@lru_cache(maxsize=KEPT)
def _asking_days(units: tuple[int, ...], beyond: tuple[bool, ...], kind: str, ends: tuple[date, ...]) -> Composed:
    """How many fall due before each of these days: the same question all day long."""
    rows = Due.objects.filter(unit__in=units, beyond__in=beyond, day__lt=max(ends))
    sums = {f"n{place}": Coalesce(Total("n", filter=Q(day__lt=day)), 0) for place, day in enumerate(ends)}
    return numbers(rows.filter(kind=kind) if kind else rows, sums)


def _tells(listing: Listing) -> bool:
    """Whether it asks for what is overdue, and for nothing that is not kept by the day."""
    asked = listing.due == OVERDUE and listing.state != "closed"
    return asked and all(getattr(listing, name) == default for name, default in _OTHERS)


def _until(due: str, *, at: datetime, calendar: Calendar) -> datetime:
    if due == "soon":
        return soon_until(at, calendar=calendar)
    if due in ("hour", "hours"):
        return at + HOUR * (HOURS if due == "hours" else 1)
    tomorrow = moment(day_of(at, zone=calendar.zone) + DAY, zone=calendar.zone)
    return tomorrow + timedelta(days={"today": 0, "week": 7}[due])
