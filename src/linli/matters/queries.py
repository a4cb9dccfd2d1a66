"""Questions to the ledger: how many a listing holds, its first rows, and its pages by keyset."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Generic, TypeVar

from django.db.models import Count, OrderBy, Q, QuerySet

from linli.ground.workdays import Calendar
from linli.matters import access
from linli.matters.access import Scope, Viewer, scope_with_places
from linli.matters.asking import SORTS, Cursor, Listing
from linli.matters.composed import IDS, KEPT, MOMENTS, Composed, composed, numbers, room
from linli.matters.conditions import lasting, lasts, where
from linli.matters.dues import count_near, day_began, is_near, moments_of, overdue_before
from linli.matters.finding import count_kinds, searching
from linli.matters.first_found import found_by_words
from linli.matters.index_asked import by_index
from linli.matters.kind import kinds
from linli.matters.listed import Listed, as_listed, listed, read_listed
from linli.matters.meaning import Meant, meant
from linli.matters.models import Matter
from linli.matters.ordering import cursor_of, further_than, ordered
from linli.matters.sums import asking_sorts, summed, summed_of
from linli.matters.urgency import DATED

One = TypeVar("One", Matter, Listed)


@dataclass(frozen=True)
class Page(Generic[One]):
    """One page of rows, exact count, and the cursors to both sides."""

    rows: Sequence[One]
    total: int
    after: Cursor | None
    before: Cursor | None


def counts(
    listings: Mapping[str, Listing], who: Viewer, *, at: datetime, calendar: Calendar, scope: Scope | None = None
) -> dict[str, int]:
    """How many matters each listing holds: added up where that can be, else counted together with those like it."""
    scope = scope or access.scope_of(who)
    found = summed(listings, who, scope)
    near = {name: one.due for name, one in listings.items() if name not in found and is_near(one)}
    found |= count_near(near, who, scope, at=at, calendar=calendar)
    for together, names in _alike((name for name in listings if name not in found), listings).items():
        if all(listings[name] == together for name in names):
            seen = access.scope_row_by_row(who) if together.q else scope
            found |= dict.fromkeys(
                names, _counted(together, who, seen, meant(together, calendar), at=at, calendar=calendar)
            )
        else:
            rest = {name: replace(listings[name], whose="") for name in names}
            found |= _counted_together(rest, together, who, scope, at=at, calendar=calendar)
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
    return _page_of(listing, who, at=at, calendar=calendar, read=lambda rows: list(rows.select_related(*beside)))


def listed_page(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar) -> Page[Listed]:
    """One page of rows as a list shows them."""
    if listing.q or listing.after or listing.before:
        return _page_of(listing, who, at=at, calendar=calendar, read=listed)
    scope, meaning = access.scope_of(who), meant(listing, calendar)
    total = _count(listing, who, scope, meaning, at=at, calendar=calendar)
    found = _first_listed(listing, who, scope, meaning, at=at, calendar=calendar, most=listing.size + 1)
    return _paged(listing, found, total=total)


def _page_of(
    listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, read: Callable[[QuerySet[Matter]], list[One]]
) -> Page[One]:
    """The rows of one page by keyset, never by offset, and how many there are in all."""
    edge, (column, down, backwards) = listing.before or listing.after, _way(listing)
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
        meaning = meant(listing, calendar)
        asked = where(listing, who, at=at, calendar=calendar, meaning=meaning)
        with by_index() if listing.q else nullcontext():
            total = told.total if told else _count(listing, who, scope, meaning, at=at, calendar=calendar)
            found = read(_first(scope, asked & beyond, order=order, most=listing.size + 1))
    return _paged(listing, found, total=total)


def _paged(listing: Listing, found: list[One], *, total: int) -> Page[One]:
    """Of these rows, one more than a page has where it goes on, and the way there and back."""
    column, _down, backwards = _way(listing)
    more, found = len(found) > listing.size, found[: listing.size]
    if backwards:
        found.reverse()
    further, earlier = (True, more) if backwards else (more, listing.after is not None)
    return Page(
        rows=found,
        total=total,
        after=cursor_of(found[-1], column) if found and further else None,
        before=cursor_of(found[0], column) if found and earlier else None,
    )


def _way(listing: Listing) -> tuple[str, bool, bool]:
    """The column that it is sorted by, whether downwards, and whether it is read backwards."""
    backwards = listing.before is not None
    return SORTS[listing.order.lstrip("-")], listing.order.startswith("-") != backwards, backwards


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
    by_colour = replace(listing, sort="colour")
    seen, meaning = scope or access.scope_of(who), meant(listing, calendar)
    return _first_listed(by_colour, who, seen, meaning, at=at, calendar=calendar, most=most)


def newest(who: Viewer, *, at: datetime, calendar: Calendar, most: int, scope: Scope | None = None) -> Sequence[Listed]:
    """Those last touched of all that one may see."""
    touched = Listing(state="all", sort="-touched")
    seen, meaning = scope or access.scope_of(who), meant(touched, calendar)
    return _first_listed(touched, who, seen, meaning, at=at, calendar=calendar, most=most)


def _count(listing: Listing, who: Viewer, scope: Scope, meaning: Meant, *, at: datetime, calendar: Calendar) -> int:
    found = summed({"": listing}, who, scope)
    return found[""] if found else _counted(listing, who, scope, meaning, at=at, calendar=calendar)


def _counted(listing: Listing, who: Viewer, scope: Scope, meaning: Meant, *, at: datetime, calendar: Calendar) -> int:
    """Row by row; of what is overdue only the rows of the last day, where those before it can be added up."""
    if not lasts(listing):
        seen = where(listing, who, at=at, calendar=calendar, meaning=meaning)
        return Matter.objects.filter(scope.whole, seen).count()
    before = overdue_before(listing, who, scope, at=at)
    moments = (*_moments(listing, at, calendar), *(() if before is None else (day_began(at),)))
    told = _asking_count(_plain(listing), who.kept, scope.places, meaning, before is not None)
    return sum(told.one(*moments, ids=scope.beyond or ()), before or 0)


def _counted_together(
    rest: Mapping[str, Listing], together: Listing, who: Viewer, scope: Scope, *, at: datetime, calendar: Calendar
) -> dict[str, int]:
    """What these ask for besides, of all that the one listing holds: by its sorts, else in one look at its rows."""
    found = summed_of(
        _asking_sorts(together, who.kept, scope.places, meant(together, calendar)), rest, ids=scope.beyond or ()
    )
    told = {name: where(one, who, at=at, calendar=calendar) for name, one in rest.items() if name not in found}
    if told:
        rows = Matter.objects.filter(scope.whole, where(together, who, at=at, calendar=calendar))
        found |= rows.aggregate(**{name: Count("pk", filter=condition) for name, condition in told.items()})
    return found


def _first_listed(
    listing: Listing, who: Viewer, scope: Scope, meaning: Meant, *, at: datetime, calendar: Calendar, most: int
) -> list[Listed]:
    """The first rows in the order of a listing, as a list shows them."""
    if not lasts(listing):
        column, down, backwards = _way(listing)
        order = ordered(column, down=down, backwards=backwards)
        return listed(
            _first(scope, where(listing, who, at=at, calendar=calendar, meaning=meaning), order=order, most=most)
        )
    plain, moments = _plain(listing), _moments(listing, at, calendar)
    if not scope.beyond:
        return read_listed(_asking_first(plain, who.kept, scope.places, meaning, most).rows(*moments))
    own = _asking_own(plain, who.kept, meaning, most).rows(*moments)
    picked = [*(pk for (pk,) in own), *scope.beyond]
    return read_listed(_asking_picked(plain, who.kept, room(picked), meaning, most).rows(*moments, ids=picked))


def _moments(listing: Listing, at: datetime, calendar: Calendar) -> tuple[datetime, ...]:
    """What is put into its question for the moments that it is about."""
    return moments_of(listing.due, at=at, calendar=calendar) if listing.due else ()


def _plain(listing: Listing) -> Listing:
    """What its question is kept under; neither the place in its pages nor what was written that nobody knows."""
    return replace(listing, ignored=(), after=None, before=None)


@lru_cache(maxsize=KEPT)
def _asking_first(listing: Listing, who: Viewer, places: int | None, meaning: Meant, most: int) -> Composed:
    return composed(as_listed(_in_order(listing, _lasting_rows(listing, who, places, meaning), most=most)))


@lru_cache(maxsize=KEPT)
def _asking_own(listing: Listing, who: Viewer, meaning: Meant, most: int) -> Composed:
    rows = Matter.objects.filter(access.within_units(who), lasting(listing, who, meaning))
    return composed(_in_order(listing, rows, most=most).values_list("pk"))


@lru_cache(maxsize=KEPT)
def _asking_picked(listing: Listing, who: Viewer, places: int, meaning: Meant, most: int) -> Composed:
    rows = Matter.objects.filter(lasting(listing, who, meaning), pk__in=IDS[:places])
    return composed(as_listed(_in_order(listing, rows, most=most)))


@lru_cache(maxsize=KEPT)
def _asking_count(listing: Listing, who: Viewer, places: int | None, meaning: Meant, of_day: bool) -> Composed:
    """`of_day`: only what is overdue since a moment, told behind the others."""
    rows = _lasting_rows(listing, who, places, meaning)
    return numbers(rows.filter(DATED, due_at__gte=MOMENTS[1]) if of_day else rows, {"n": Count("pk")})


@lru_cache(maxsize=KEPT)
def _asking_sorts(listing: Listing, who: Viewer, places: int | None, meaning: Meant) -> Composed:
    return asking_sorts(_lasting_rows(listing, who, places, meaning))


def _lasting_rows(listing: Listing, who: Viewer, places: int | None, meaning: Meant) -> QuerySet[Matter]:
    return Matter.objects.filter(scope_with_places(who, places).whole, lasting(listing, who, meaning))


def _in_order(listing: Listing, rows: QuerySet[Matter], *, most: int) -> QuerySet[Matter]:
    column, down, backwards = _way(listing)
    return rows.order_by(*ordered(column, down=down, backwards=backwards))[:most]


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
