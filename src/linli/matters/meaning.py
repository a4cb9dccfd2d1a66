"""What the words of a listing mean now: its unit, its categories, the zone of its days and the kinds there are."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from linli.ground.workdays import Calendar
from linli.matters.asking import Listing
from linli.matters.composed import KEPT, Composed, composed
from linli.matters.kind import kinds
from linli.place.models import Cell, Unit
from linli.place.tree import COLUMNS, Path
from linli.policy.office import codes_below


class Place(NamedTuple):
    """Where a unit stands in the tree."""

    pk: int
    level: int
    path: Path


@dataclass(frozen=True)
class Meant:
    """Looked up at each request; whatever is asked with the same meaning is the same question."""

    zone: str
    kinds: tuple[str, ...]
    unit: Place | None
    cell: int | None
    categories: tuple[str, ...]


def meant(listing: Listing, calendar: Calendar) -> Meant:
    return Meant(
        zone=calendar.zone,
        kinds=tuple(kind.name for kind in kinds()),
        unit=place_of(listing.unit) if listing.unit else None,
        cell=cell_of(listing.cell) if listing.cell else None,
        categories=codes_below(listing.category) if listing.category else (),
    )


def place_of(code: str) -> Place | None:
    """The unit of that code."""
    return next((Place(pk, level, tuple(path)) for pk, level, *path in _asking(code).rows()), None)


def cell_of(code: str) -> int | None:
    """The grid cell of that code: asked for by its id, a database knows how few matters lie in it."""
    return Cell.objects.filter(code=code).values_list("pk", flat=True).first()


@lru_cache(maxsize=KEPT)
def _asking(code: str) -> Composed:
    return composed(Unit.objects.filter(code=code).values_list("pk", "level", *COLUMNS))
