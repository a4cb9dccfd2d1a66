"""Who is in charge by the office's lists: the dispatch catalogue, and the duty list of streets and towns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from linli.place.models import Cell, Unit, UnitKind
from linli.place.tree import STREETS, path_of
from linli.policy.book import Book
from linli.policy.models import Catalogue

PLACES: dict[str, Sequence[str]] = {Catalogue.To.COMMUNITY: (UnitKind.COMMUNITY,), Catalogue.To.STREET: STREETS}


@dataclass(frozen=True)
class CatalogueEntry:
    """An entry in force, with the unit it means at that place."""

    pk: int
    role: str
    unit_id: int
    basis: str
    category: str


def entries_for(category: str, cell: int | None, *, book: Book, kind: str, on: date) -> tuple[CatalogueEntry, ...]:
    """The entries of the nearest category upwards that has any; those that mean no unit at this place fall away."""
    found = _of_the_nearest(book.catalogue, chain=book.upwards(kind, category), kind=kind, on=on)
    places = _places(cell) if any(row.to in PLACES for row in found) else {}
    units = ((row, row.unit_id or places.get(row.to)) for row in found)
    return tuple(
        CatalogueEntry(row.pk, row.role, unit, row.basis, row.category.code) for row, unit in units if unit is not None
    )


def on_town_list(category: str, *, book: Book, kind: str, on: date) -> str:
    """By what basis the category, or one above it, is on the duty list of streets and towns; empty where it is not."""
    rows = (row for row in book.town_duties if row.category.kind == kind and row.in_force(on=on))
    listed = {row.category.code: row.basis for row in rows}
    return next((listed[code] for code in book.upwards(kind, category) if code in listed), "")


def _of_the_nearest(rows: Iterable[Catalogue], *, chain: Sequence[str], kind: str, on: date) -> list[Catalogue]:
    """The one that leads first; of two, the later one does."""
    held = [row for row in rows if row.category.kind == kind and row.in_force(on=on)]
    for code in chain:
        if found := [row for row in held if row.category.code == code]:
            leads = [row for row in found if row.role == Catalogue.Role.LEAD]
            lead = [max(leads, key=lambda row: (row.valid_from, row.pk))] if leads else []
            return lead + [row for row in found if row.role != Catalogue.Role.LEAD]
    return []


def _places(cell: int | None) -> dict[str, int]:
    """The community and the street or town that the cell lies in."""
    ground = Cell.objects.select_related("unit").filter(pk=cell).first() if cell else None
    path = path_of(ground.unit) if ground else ()
    kinds = dict(Unit.objects.filter(pk__in=[pk for pk in path if pk]).values_list("kind", "pk"))
    return {to: kinds[kind] for to, wanted in PLACES.items() for kind in wanted if kind in kinds}
