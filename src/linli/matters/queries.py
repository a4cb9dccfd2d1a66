"""Questions to the ledger: the one condition behind a listing's rows and its count, and its pages by keyset."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, OrderBy, Q, QuerySet

from linli.colours.colour import Colour
from linli.ground.clock import day_of, moment
from linli.ground.workdays import DAY, Calendar
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import SORTS, Cursor, DutyOf, Listing
from linli.matters.finding import of_kind, searching, with_children
from linli.matters.instructed import told_to
from linli.matters.kind import awaited, kinds
from linli.matters.lateness import late, running
from linli.matters.models import Duty, Mark, Matter
from linli.matters.urgency import by_urgency
from linli.place.models import Unit

SOON = 3
"""Working days that count as soon."""
HOUR, HOURS = timedelta(hours=1), 4
"""The nearest dues that are asked for: within one hour, and within some."""


@dataclass(frozen=True)
class Page:
    """One page of rows, exact count, and the cursors to both sides."""

    rows: Sequence[Matter]
    total: int
    after: Cursor | None
    before: Cursor | None


def where(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> Q:
    """The one condition of a listing: rows, counts and tiles all ask with it."""
    found = searching(listing, who).within() if listing.q else Q()
    for condition in _conditions(listing, who, at=at, calendar=calendar):
        found &= condition
    return found


def counts(listings: Mapping[str, Listing], who: Viewer, *, at: datetime, calendar: Calendar) -> dict[str, int]:
    """How many matters each listing holds, asked for in one query."""
    wanted = {
        name: Count("pk", filter=where(listing, who, at=at, calendar=calendar)) for name, listing in listings.items()
    }
    return access.visible(who).aggregate(**wanted)


def page(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> Page:
    """The rows of one page by keyset, never by offset, and how many there are in all."""
    backwards = listing.before is not None
    edge = listing.before or listing.after
    column, down = SORTS[listing.order.lstrip("-")], listing.order.startswith("-") != backwards
    if listing.q and (search := searching(listing, who)).is_enough:
        total, ids = search.page()
        rows = access.visible(who).filter(pk__in=ids)
    else:
        rows = access.visible(who).filter(where(listing, who, at=at, calendar=calendar))
        total = rows.count()
        if edge is not None:
            rows = rows.filter(_beyond(column, edge, down=down, backwards=backwards))
    ordered = rows.select_related("unit", "holder", "cell").order_by(*_ordered(column, down=down, backwards=backwards))
    found = list(ordered[: listing.size + 1])
    more, found = len(found) > listing.size, found[: listing.size]
    if backwards:
        found.reverse()
    further, earlier = (True, more) if backwards else (more, edge is not None)
    return Page(
        rows=found,
        total=total,
        after=_cursor(found[-1], column) if found and further else None,
        before=_cursor(found[0], column) if found and earlier else None,
    )


def by_kind(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> dict[str, int]:
    """How many there are of each kind that there are any of, whichever kind is asked for."""
    if listing.q and (search := searching(replace(listing, kind=""), who)).is_enough:
        found = {kind.name: of_kind(search, kind.name).count() for kind in kinds()}
        return {name: count for name, count in found.items() if count}
    rows = access.visible(who).filter(where(replace(listing, kind=""), who, at=at, calendar=calendar))
    return dict(rows.values_list("kind").annotate(Count("pk")).order_by("kind"))


def every(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> QuerySet[Matter]:
    """All the rows that the pages of a listing show, in their order."""
    column, down = SORTS[listing.order.lstrip("-")], listing.order.startswith("-")
    rows = access.visible(who).filter(where(listing, who, at=at, calendar=calendar))
    return rows.order_by(*_ordered(column, down=down, backwards=False))


def pressing(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, most: int) -> Sequence[Matter]:
    """The first rows of a listing by colour, the most urgent first, and then by what is due."""
    rows = access.visible(who).filter(where(listing, who, at=at, calendar=calendar)).select_related("unit", "holder")
    return list(rows.order_by(*by_urgency())[:most])


def soon_until(at: datetime, *, calendar: Calendar) -> datetime:
    """When the office closes on the last of the working days that count as soon."""
    day, left = day_of(at, zone=calendar.zone), SOON
    while left:
        day += DAY
        left -= calendar.is_workday(day)
    return moment(day + DAY, zone=calendar.zone)


def _conditions(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> Iterator[Q]:
    exact = {name: told for name in ("kind", "stage", "phase") if (told := getattr(listing, name))}
    yield Q(**exact)
    if listing.colour:
        yield Q(colour__in=listing.colour)
    if listing.taken:
        yield _not_taken_up()
    if listing.awaiting:
        yield _awaiting(who)
    if listing.category:
        yield Q(category__in=with_children(listing.category))
    if listing.cell:
        yield Q(cell__code=listing.cell)
    if listing.unit:
        yield _under(listing.unit)
    if listing.whose:
        yield _whose(listing.whose, who)
    if listing.duty:
        yield _on_duty(listing.duty)
    if listing.state != "all":
        yield Q(closed_at__isnull=listing.state == "open")
    yield from _dates(listing, at=at, calendar=calendar)


def _dates(listing: Listing, *, at: datetime, calendar: Calendar) -> Iterator[Q]:
    zone = calendar.zone
    if listing.due:
        yield _due(listing.due, at=at, calendar=calendar)
    for name in ("due", "opened", "closed"):
        from_on, until_on = getattr(listing, f"{name}_from"), getattr(listing, f"{name}_until")
        if from_on:
            yield Q(**{f"{name}_at__gte": moment(from_on, zone=zone)})
        if until_on:
            yield Q(**{f"{name}_at__lt": moment(until_on + DAY, zone=zone)})


def _due(due: str, *, at: datetime, calendar: Calendar) -> Q:
    """Overdue, or due within a stretch that begins now; a matter whose clock stands still is neither."""
    tomorrow = moment(day_of(at, zone=calendar.zone) + DAY, zone=calendar.zone)
    soon = soon_until(at, calendar=calendar)
    stretches = {
        "overdue": late(at),
        "hour": Q(due_at__gte=at, due_at__lt=at + HOUR),
        "hours": Q(due_at__gte=at, due_at__lt=at + HOURS * HOUR),
        "today": Q(due_at__gte=at, due_at__lt=tomorrow),
        "soon": Q(due_at__gte=at, due_at__lt=soon),
        "week": Q(due_at__gte=at, due_at__lt=tomorrow + timedelta(days=7)),
        "later": Q(due_at__gte=soon),
    }
    return stretches[due] & Q(closed_at__isnull=True) & running()


def _not_taken_up() -> Q:
    """Still where it came in, and in nobody's hands."""
    waiting = Q(pk=None)
    for kind in kinds():
        waiting |= Q(kind=kind.name, stage=kind.first_stage)
    return waiting & Q(holder=None)


def _awaiting(who: Viewer) -> Q:
    """Waiting for a decision that a post of theirs may take."""
    theirs = Q(pk=None)
    for (sort, act, of), names in awaited().items():
        waiting = Mark.objects.filter(sort=sort).values("matter_id")
        theirs |= Q(kind__in=names, pk__in=waiting) & access.where_may(who, act, of=of)
    return theirs & Q(closed_at=None)


def _whose(whose: str, who: Viewer) -> Q:
    if whose == "unit":
        return _in_own_units(who)
    if whose == "instructed":
        return told_to(who)
    users = {who.user.pk, *(post.for_user_id for post in who.posts if post.for_user_id)}
    held = Duty.objects.filter(user__in=users, until_at=None).values("matter_id")
    return Q(holder__in=users) | Q(pk__in=held)


def _in_own_units(who: Viewer) -> Q:
    """Those that a unit of theirs, or one below it, is responsible for; not those it only assists in."""
    own = Q(pk=None)
    for post in who.posts:
        own |= Q(**{f"unit_{post.level}": post.unit_id})
    return own


def _on_duty(duty: DutyOf) -> Q:
    held = Duty.objects.filter(role=duty.role, user__username=duty.user, unit__code=duty.unit, until_at=None)
    return Q(pk__in=held.values("matter_id"))


def _under(code: str) -> Q:
    unit = Unit.objects.filter(code=code).first()
    return Q(**{f"unit_{unit.level}": unit.pk}) if unit else Q(pk=None)


def _ordered(column: str, *, down: bool, backwards: bool) -> tuple[OrderBy, ...]:
    """Rows without a value stand last when read forwards, whichever way the column is sorted."""
    if column == "colour":
        return by_urgency(down=down, backwards=backwards)
    if column == "id":
        return (F("id").desc() if down else F("id").asc(),)
    name = F(column)
    value = (
        (name.desc if down else name.asc)(nulls_first=True)
        if backwards
        else (name.desc if down else name.asc)(nulls_last=True)
    )
    return value, (F("id").desc() if down else F("id").asc())


def _beyond(column: str, edge: Cursor, *, down: bool, backwards: bool) -> Q:
    side, empty = ("lt" if down else "gt"), Q(**{f"{column}__isnull": True})
    if column == "colour":
        return _beyond_colour(edge, down=down, backwards=backwards)
    if column == "id":
        return Q(**{f"id__{side}": edge.pk})
    if edge.value == "-":
        beside = empty & Q(**{f"id__{side}": edge.pk})
        return ~empty | beside if backwards else beside
    value: Any = edge.value if column == "number" else datetime.fromisoformat(edge.value)
    beyond = Q(**{f"{column}__{side}": value}) | Q(**{column: value, f"id__{side}": edge.pk})
    return beyond if backwards else beyond | empty


def _beyond_colour(edge: Cursor, *, down: bool, backwards: bool) -> Q:
    """The colours further on, and within that of the edge what is due further on."""
    rank, _comma, due = edge.value.partition(",")
    further = [one.value for one in Colour if (one.rank < int(rank) if down else one.rank > int(rank))]
    here = Q(colour=list(Colour)[int(rank)].value)
    return Q(colour__in=further) | here & _beyond("due_at", Cursor(due, edge.pk), down=down, backwards=backwards)


def _cursor(row: Matter, column: str) -> Cursor:
    if column == "colour":
        within = _cursor(row, "due_at")
        return Cursor(f"{Colour(row.colour).rank},{within.value}", row.pk)
    value = getattr(row, column)
    text = value.isoformat() if isinstance(value, datetime) else str(value or "-")
    return Cursor(text, row.pk)
