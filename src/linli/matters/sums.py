"""How many matters of a sort somebody sees, added up from what the database keeps counted: no look at single rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.db.models import Sum as Total

from linli.matters import access
from linli.matters.access import Scope, Viewer
from linli.matters.asking import Listing
from linli.matters.composed import KEPT, Composed, composed
from linli.matters.kind import kinds
from linli.matters.meaning import place_of
from linli.matters.models import Due, Matter, Sum
from linli.place.models import Unit
from linli.staff.acts import roles_for

SORT = ("kind", "phase", "stage", "colour", "closed", "held")
KNOWN = frozenset({"kind", "colour", "stage", "phase", "taken", "unit", "state"})
"""What a sum tells apart, beside whose they are."""
OF_THE_PAGE = frozenset({"size", "after", "before", "sort", "ignored", "whose"})
_OTHERS = tuple((one.name, one.default) for one in fields(Listing) if one.name not in KNOWN | OF_THE_PAGE)
LAID = 16
"""As many rows of one sort may lie in the table before they are folded together."""


@dataclass(frozen=True)
class Cell:
    """So many matters of one sort, seen as one's own or beyond that."""

    beyond: bool
    kind: str
    phase: str
    stage: str
    colour: str
    closed: bool
    held: bool
    n: int

    def fits(self, listing: Listing) -> bool:
        exact = all(getattr(listing, name) in ("", getattr(self, name)) for name in ("kind", "phase", "stage"))
        coloured = not listing.colour or self.colour in listing.colour
        state = listing.state == "all" or self.closed == (listing.state == "closed")
        new = not listing.taken or (not self.held and self.stage == _first_stages().get(self.kind))
        return exact and coloured and state and new and not (listing.whose and self.beyond)


@dataclass(frozen=True)
class Seen:
    """What is added up to all that somebody sees: of these units, which share none, and of few matters singly."""

    units: tuple[int, ...]
    beyond: tuple[bool, ...] = (False,)
    """Of what lies in the units (False), and of what they see beyond that (True)."""
    singly: tuple[int, ...] = ()


def summed(listings: Mapping[str, Listing], who: Viewer, scope: Scope) -> dict[str, int]:
    """The exact counts of those listings that can be added up; the others are left out."""
    told = {name: one for name, one in listings.items() if scope.units and _can_be_summed(one, who)}
    cells = {code: _cells(code, who, scope) for code in {one.unit for one in told.values()}}
    return {
        name: sum(cell.n for cell in known if cell.fits(one))
        for name, one in told.items()
        if (known := cells[one.unit]) is not None
    }


def seen_under(code: str, who: Viewer, scope: Scope) -> Seen | None:
    """What is added up to all that somebody sees, or to all of it in a unit; None where nothing adds up to that."""
    if code:
        unit = place_of(code)
        whole = unit and any(unit.path[post.level - 1] == post.unit_id for post in who.posts_for("see"))
        return Seen((unit.pk,)) if unit and whole else None
    tops = tuple(access.tops(who))
    if scope.beyond is not None:
        return Seen(tops, singly=scope.beyond)
    return Seen(tops, (False, True), access.in_person_only(who)) if len(tops) == 1 else None


def of_whom(listing: Listing, who: Viewer) -> bool:
    """Whether whose it asks for can be told by units: all that is seen, or what lies in the own units."""
    return not listing.whose or (listing.whose == "unit" and all(post.role in roles_for("see") for post in who.posts))


def summed_of(sorts: Composed, listings: Mapping[str, Listing], *, ids: Sequence[int] = ()) -> dict[str, int]:
    """The same of whatever rows these are the sorts of, for the listings that tell no more apart than sums."""
    told = {name: one for name, one in listings.items() if not one.unit and _tells(one)}
    if not told:
        return {}
    cells = [Cell(False, *row) for row in sorts.rows(ids=ids)]
    return {name: sum(cell.n for cell in cells if cell.fits(one)) for name, one in told.items()}


def asking_sorts(rows: QuerySet[Matter]) -> Composed:
    """How many of these there are of each sort, looked at once."""
    closed, held = (
        ExpressionWrapper(Q(**{f"{name}__isnull": False}), BooleanField()) for name in ("closed_at", "holder")
    )
    sorts = rows.values_list("kind", "phase", "stage", "colour", closed, held)
    return composed(sorts.annotate(Count("pk")).order_by())


def kinds_within(units: Sequence[int] = ()) -> dict[str, int]:
    """How many there are of each kind that lies in these units, of which none lies in another; without any: in all."""
    return dict(_asking_kinds(tuple(units)).rows())


@lru_cache(maxsize=KEPT)
def _asking_kinds(units: tuple[int, ...]) -> Composed:
    whose = Q(unit__in=units) if units else Q(unit__in=Unit.objects.filter(level=1).values("pk"))
    rows = Sum.objects.filter(whose, beyond=False).values_list("kind")
    return composed(rows.annotate(Total("n")).order_by())


def fold() -> int:
    """Lay the rows of one sort together where there are many, and take away days of which nothing is left.

    Returns of how many sorts and days there were too many rows.
    """
    if connection.vendor != "postgresql":
        # A beat that finds nothing takes no lock: the file has one writer at a time.
        empty = Due.objects.filter(n=0)
        return empty.delete()[0] if empty.exists() else 0
    with transaction.atomic(), connection.cursor() as cursor:
        sorts = _folded(cursor, "matters_sum", ("unit", "beyond", *SORT), f"count(*) > {LAID}")
        days = _folded(cursor, "matters_due", ("unit", "beyond", "day", "kind"), f"count(*) > {LAID} OR sum(n) = 0")
        return sorts + days + _folded(cursor, "matters_frequent", ("gram", "sign"), f"count(*) > {LAID}", left="")


def _folded(cursor: CursorWrapper, table: str, key: Sequence[str], many: str, left: str = "HAVING sum(n) <> 0") -> int:
    """One row instead of these, and none where nothing is left."""
    named, same = ", ".join(key), " AND ".join(f"{table}.{name} = many.{name}" for name in key)
    cursor.execute(
        f"WITH many AS (SELECT {named} FROM {table} GROUP BY {named} HAVING {many}), "  # noqa: S608 our own names
        f"gone AS (DELETE FROM {table} USING many WHERE {same} RETURNING {table}.*), "
        f"laid AS (INSERT INTO {table} ({named}, n) SELECT {named}, sum(n) FROM gone GROUP BY {named} "
        f"{left}) SELECT count(*) FROM many"
    )
    return int(cursor.fetchone()[0])


def _can_be_summed(listing: Listing, who: Viewer) -> bool:
    return _tells(listing) and of_whom(listing, who)


def _tells(listing: Listing) -> bool:
    """Whether it asks for nothing that a sum does not tell apart."""
    return all(getattr(listing, name) == default for name, default in _OTHERS)


def _cells(code: str, who: Viewer, scope: Scope) -> Sequence[Cell] | None:
    seen = seen_under(code, who, scope)
    return None if seen is None else [*_of(seen), *(_singly(seen.singly, scope) if seen.singly else ())]


def _of(seen: Seen) -> list[Cell]:
    return [Cell(*row) for row in _asking(seen.units, seen.beyond).rows()]


@lru_cache(maxsize=KEPT)
def _asking(units: tuple[int, ...], beyond: tuple[bool, ...]) -> Composed:
    rows = Sum.objects.filter(unit__in=units, beyond__in=beyond).values_list("beyond", *SORT)
    return composed(rows.annotate(Total("n")).order_by())


def _singly(ids: Sequence[int], scope: Scope) -> list[Cell]:
    """Few matters, each for itself."""
    rows = Matter.objects.filter(pk__in=ids).exclude(scope.within)
    told = rows.values_list("kind", "phase", "stage", "colour", "closed_at", "holder")
    return [
        Cell(True, kind, phase, stage, colour, closed_at is not None, holder is not None, 1)
        for kind, phase, stage, colour, closed_at, holder in told
    ]


def _first_stages() -> dict[str, str]:
    return {kind.name: kind.first_stage for kind in kinds()}
