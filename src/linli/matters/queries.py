"""Questions to the ledger: the one condition behind a listing's rows and its count, and its pages by keyset."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import Count, Exists, OrderBy, OuterRef, Q, QuerySet

from linli.ground.clock import moment
from linli.ground.workdays import DAY, Calendar
from linli.matters import access
from linli.matters.access import Scope, Viewer
from linli.matters.asking import SORTS, Cursor, DutyOf, Listing
from linli.matters.dues import count_near, day_began, due_within, is_near, overdue_before
from linli.matters.finding import count_kinds, searching, with_children
from linli.matters.first_found import found_by_words
from linli.matters.instructed import told_to
from linli.matters.kind import awaited, kinds
from linli.matters.listed import Listed, listed
from linli.matters.models import Duty, Mark, Matter
from linli.matters.ordering import cursor_of, further_than, ordered
from linli.matters.sums import summed, summed_of
from linli.matters.urgency import DATED, by_urgency
from linli.place.models import Unit

One = TypeVar("One", Matter, Listed)


@dataclass(frozen=True)
class Page(Generic[One]):
    """One page of rows, exact count, and the cursors to both sides."""

    rows: Sequence[One]
    total: int
    after: Cursor | None
    before: Cursor | None


def where(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> Q:
    """The one condition of a listing: rows, counts and tiles all ask with it."""
    found = searching(listing, who).within() if listing.q else Q()
    for condition in _conditions(listing, who, at=at, calendar=calendar):
        found &= condition
    return found


def counts(
    listings: Mapping[str, Listing], who: Viewer, *, at: datetime, calendar: Calendar, scope: Scope | None = None
) -> dict[str, int]:
    """How many matters each listing holds: added up where that can be, else counted together with those like it."""
    scope = scope or access.scope_of(who)
    found = summed(listings, who, scope)
    near = {name: one.due for name, one in listings.items() if name not in found and is_near(one)}
    found |= count_near(near, who, scope, at=at, calendar=calendar)
    for together, names in _alike((name for name in listings if name not in found), listings).items():
        asked = where(together, who, at=at, calendar=calendar)
        if all(listings[name] == together for name in names):
            seen = access.scope_row_by_row(who) if together.q else scope
            found |= dict.fromkeys(names, _counted(together, who, seen, asked, at=at))
            continue
        rows, rest = (
            Matter.objects.filter(scope.whole, asked),
            {name: replace(listings[name], whose="") for name in names},
        )
        found |= (sums := summed_of(rows, rest))
        told = {name: where(one, who, at=at, calendar=calendar) for name, one in rest.items() if name not in sums}
        if told:
            found |= rows.aggregate(**{name: Count("pk", filter=condition) for name, condition in told.items()})
    return found


def page(
    listing: Listing,
    who: Viewer,
    *,
    at: datetime,
    calendar: Calendar,
    beside: Sequence[str] = ("unit", "holder"),
) -> Page[Matter]:
    """One page of whole matters. `beside`: what is read along."""
    return page_of(listing, who, at=at, calendar=calendar, read=lambda rows: list(rows.select_related(*beside)))


def page_of(
    listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, read: Callable[[QuerySet[Matter]], list[One]]
) -> Page[One]:
    """The rows of one page by keyset, never by offset, and how many there are in all."""
    backwards = listing.before is not None
    edge = listing.before or listing.after
    column, down = SORTS[listing.order.lstrip("-")], listing.order.startswith("-") != backwards
    order = ordered(column, down=down, backwards=backwards)
    beyond = further_than(column, edge, down=down, backwards=backwards) if edge else Q()
    told = found_by_words(listing, who, order=order, beyond=beyond) if listing.q else None
    if told and told.ids is not None:
        total, found = (
            told.total,
            read(access.visible(who).filter(pk__in=told.ids).order_by(*order)[: listing.size + 1]),
        )
    else:
        scope = access.scope_row_by_row(who) if listing.q else access.scope_of(who)
        asked = where(listing, who, at=at, calendar=calendar)
        total = told.total if told else _count(listing, who, scope, asked, at=at)
        found = read(_first(scope, asked & beyond, order=order, most=listing.size + 1))
    more, found = len(found) > listing.size, found[: listing.size]
    if backwards:
        found.reverse()
    further, earlier = (True, more) if backwards else (more, edge is not None)
    return Page(
        rows=found,
        total=total,
        after=cursor_of(found[-1], column) if found and further else None,
        before=cursor_of(found[0], column) if found and earlier else None,
    )


def by_kind(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, total: int) -> dict[str, int]:
    """How many there are of each kind that there are any of, whichever kind is asked for; `total`: of that listing."""
    if listing.q and (search := searching(replace(listing, kind=""), who)).is_enough:
        known = {listing.kind: total} if listing.kind else {}
        names = [kind.name for kind in kinds()]
        found = count_kinds(search, names, known=known, total=None if known else total)
        return {name: found[name] for name in names if found.get(name)}
    rows = access.visible(who).filter(where(replace(listing, kind=""), who, at=at, calendar=calendar))
    return dict(rows.values_list("kind").annotate(Count("pk")).order_by("kind"))


def every(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> QuerySet[Matter]:
    """All the rows that the pages of a listing show, in their order."""
    column, down = SORTS[listing.order.lstrip("-")], listing.order.startswith("-")
    rows = access.visible(who).filter(where(listing, who, at=at, calendar=calendar))
    return rows.order_by(*ordered(column, down=down, backwards=False))


def pressing(
    listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, most: int, scope: Scope | None = None
) -> Sequence[Listed]:
    """The first rows of a listing by colour, the most urgent first, and then by what is due."""
    scope, asked = scope or access.scope_of(who), where(listing, who, at=at, calendar=calendar)
    return listed(_first(scope, asked, order=by_urgency(), most=most))


def newest(who: Viewer, *, most: int, scope: Scope | None = None) -> Sequence[Listed]:
    """Those last touched of all that one may see."""
    order = ordered("touched_at", down=True, backwards=False)
    return listed(_first(scope or access.scope_of(who), Q(), order=order, most=most))


def _count(listing: Listing, who: Viewer, scope: Scope, asked: Q, *, at: datetime) -> int:
    found = summed({"": listing}, who, scope)
    return found[""] if found else _counted(listing, who, scope, asked, at=at)


def _counted(listing: Listing, who: Viewer, scope: Scope, asked: Q, *, at: datetime) -> int:
    """Row by row; of what is overdue only the rows of the last day, where those before it can be added up."""
    rows, before = Matter.objects.filter(scope.whole, asked), overdue_before(listing, who, scope, at=at)
    return rows.count() if before is None else before + rows.filter(DATED, due_at__gte=day_began(at)).count()


def _first(scope: Scope, asked: Q, *, order: Sequence[OrderBy], most: int) -> QuerySet[Matter]:
    """The first rows of what is seen. The own units by themselves first, so that an index gives them in order; then
    these and the few beyond are put in order together."""
    seen = scope.whole
    if scope.beyond:
        own = Matter.objects.filter(scope.within, asked).order_by(*order).values_list("pk", flat=True)[:most]
        seen = Q(pk__in=[*own, *scope.beyond])
    return Matter.objects.filter(seen, asked).order_by(*order)[:most]


def _alike(names: Iterable[str], listings: Mapping[str, Listing]) -> dict[Listing, list[str]]:
    """Those that are counted together: of the same persons; each other one for itself."""
    groups: dict[Listing, list[str]] = {}
    for name in names:
        one = listings[name]
        whose = Listing(whose="mine", state="all") if one.whose == "mine" and not one.q else one
        groups.setdefault(whose, []).append(name)
    return groups


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
        yield Q(category__in=list(with_children(listing.category)))
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
        yield due_within(listing.due, at=at, calendar=calendar)
    for name in ("due", "opened", "closed"):
        from_on, until_on = getattr(listing, f"{name}_from"), getattr(listing, f"{name}_until")
        if from_on:
            yield Q(**{f"{name}_at__gte": moment(from_on, zone=zone)})
        if until_on:
            yield Q(**{f"{name}_at__lt": moment(until_on + DAY, zone=zone)})


def _not_taken_up() -> Q:
    """Still where it came in, and in nobody's hands."""
    waiting = Q(pk=None)
    for kind in kinds():
        waiting |= Q(kind=kind.name, stage=kind.first_stage)
    return waiting & Q(holder=None)


def _awaiting(who: Viewer) -> Q:
    """Waiting for a decision that a post of theirs may take."""
    theirs, sorts = Q(pk=None), {sort for sort, _act, _of in awaited()}
    for (sort, act, of), names in awaited().items():
        waiting = Exists(Mark.objects.filter(matter=OuterRef("pk"), sort=sort))
        theirs |= Q(waiting, kind__in=names) & access.where_may(who, act, of=of)
    return Q(pk__in=Mark.objects.filter(sort__in=sorts).values("matter_id"), closed_at=None) & theirs


def _whose(whose: str, who: Viewer) -> Q:
    if whose == "unit":
        return _in_own_units(who)
    if whose == "instructed":
        return told_to(who)
    users = {who.user.pk, *(post.for_user_id for post in who.posts if post.for_user_id)}
    held = Duty.objects.filter(user__in=users, until_at=None).values_list("matter_id")
    return Q(pk__in=Matter.objects.filter(holder__in=users).values_list("pk").union(held, all=True))


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
