"""How many matters of a sort somebody sees, added up from what the database keeps counted: no look at single rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from django.db import connection, transaction
from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet
from django.db.models import Sum as Total

from linli.matters import access
from linli.matters.access import Scope, Viewer
from linli.matters.asking import Listing
from linli.matters.kind import kinds
from linli.matters.models import Matter, Sum
from linli.place.models import Unit
from linli.place.tree import path_of
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


def summed(listings: Mapping[str, Listing], who: Viewer, scope: Scope) -> dict[str, int]:
    """The exact counts of those listings that can be added up; the others are left out."""
    told = {name: one for name, one in listings.items() if scope.units and _can_be_summed(one, who)}
    cells = {code: _under(code, who) if code else _all(who, scope) for code in {one.unit for one in told.values()}}
    return {
        name: sum(cell.n for cell in known if cell.fits(one))
        for name, one in told.items()
        if (known := cells[one.unit]) is not None
    }


def summed_of(rows: QuerySet[Matter], listings: Mapping[str, Listing]) -> dict[str, int]:
    """The same of whatever rows these are, looked at once: those of the listings that tell no more apart than sums."""
    told = {name: one for name, one in listings.items() if not one.unit and _tells(one)}
    if not told:
        return {}
    closed, held = (
        ExpressionWrapper(Q(**{f"{name}__isnull": False}), BooleanField()) for name in ("closed_at", "holder")
    )
    sorts = rows.values_list("kind", "phase", "stage", "colour", closed, held).annotate(Count("pk")).order_by()
    cells = [Cell(False, *row) for row in sorts]
    return {name: sum(cell.n for cell in cells if cell.fits(one)) for name, one in told.items()}


def fold() -> int:
    """Lay the rows of one sort together where there are many. Returns how many sorts there were of."""
    if connection.vendor != "postgresql":
        return 0
    key = f"unit, beyond, {', '.join(SORT)}"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"WITH many AS (SELECT {key} FROM matters_sum GROUP BY {key} HAVING count(*) > %s), "  # noqa: S608 our own names
            f"gone AS (DELETE FROM matters_sum USING many WHERE {_same(('unit', 'beyond', *SORT))} "
            f"RETURNING matters_sum.*) "
            f"INSERT INTO matters_sum ({key}, n) SELECT {key}, sum(n) FROM gone GROUP BY {key}",
            [LAID],
        )
        return int(cursor.rowcount)


def _same(names: Iterable[str]) -> str:
    return " AND ".join(f"matters_sum.{name} = many.{name}" for name in names)


def _can_be_summed(listing: Listing, who: Viewer) -> bool:
    if not _tells(listing):
        return False
    if listing.whose == "unit":
        return all(post.role in roles_for("see") for post in who.posts)
    return not listing.whose


def _tells(listing: Listing) -> bool:
    """Whether it asks for nothing that a sum does not tell apart."""
    return all(getattr(listing, name) == default for name, default in _OTHERS)


def _all(who: Viewer, scope: Scope) -> Sequence[Cell] | None:
    """All that somebody sees: of the units at the top of theirs, which share none, and what lies beyond these."""
    tops = access.tops(who)
    if scope.beyond is not None:
        return [*_of(tops, beyond=False), *(_singly(scope.beyond, scope) if scope.beyond else ())]
    if len(tops) > 1:
        return None
    return [*_of(tops, beyond=False), *_of(tops, beyond=True), *_singly(access.in_person_only(who), scope)]


def _under(code: str, who: Viewer) -> Sequence[Cell] | None:
    """What lies in a unit and below it, if all of it is seen."""
    unit = Unit.objects.filter(code=code).first()
    if unit is None or not any(path_of(unit)[post.level - 1] == post.unit_id for post in who.posts_for("see")):
        return None
    return _of([unit.pk], beyond=False)


def _of(units: Sequence[int], *, beyond: bool) -> list[Cell]:
    rows = Sum.objects.filter(unit__in=units, beyond=beyond).values_list(*SORT).annotate(Total("n")).order_by()
    return [Cell(beyond, *row) for row in rows]


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
