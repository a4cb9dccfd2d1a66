"""The grid as a plan to point at: the outlines and names of cells, and of the streets and towns around them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import shapely
from shapely.geometry.base import BaseGeometry

from linli.place.grid import Stamp, stamp
from linli.place.models import Cell, Datum, Unit, UnitKind, label_of
from linli.place.outlines import shape_of

AROUND = frozenset({UnitKind.STREET.value, UnitKind.TOWN.value})


@dataclass(frozen=True)
class Piece:
    """One outline with its name in both languages."""

    code: str
    name: str
    name_en: str
    shape: BaseGeometry

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)


@dataclass(frozen=True)
class Chart:
    """All cells, and the streets and towns that they add up to."""

    cells: Sequence[Piece]
    streets: Sequence[Piece]
    bounds: tuple[float, float, float, float]
    by_satellite: bool
    """Whether its coordinates are those of satellite positioning, as a browser tells them."""

    def within(self, west: float, south: float, east: float, north: float) -> list[Piece]:
        """The cells that lie in a window."""
        window = shapely.box(west, south, east, north)
        return [piece for piece in self.cells if piece.shape.intersects(window)]


def chart() -> Chart | None:
    """The plan of the grid as it stands; None where no grid is set up."""
    return _chart_under(stamp())


@lru_cache(maxsize=2)
def _chart_under(_stamp: Stamp) -> Chart | None:
    cells = list(Cell.objects.select_related("unit").order_by("code"))
    if not cells:
        return None
    units = {unit.pk: unit for unit in Unit.objects.all()}
    shapes = {cell.code: shape_of(cell.polygon) for cell in cells}
    around: dict[int, list[BaseGeometry]] = {}
    for cell in cells:
        around.setdefault(_street_of(cell.unit, units).pk, []).append(shapes[cell.code])
    return Chart(
        cells=[_piece(cell.code, cell.unit, shapes[cell.code]) for cell in cells],
        streets=[_piece(units[pk].code, units[pk], shapely.union_all(those)) for pk, those in around.items()],
        bounds=_bounds(shapes.values()),
        by_satellite=all(cell.datum == Datum.WGS84 for cell in cells),
    )


def street_of(cell: Cell) -> Unit:
    """The street or town around a cell; where there is none, the unit above it, else its own."""
    return _street_of(cell.unit, {unit.pk: unit for unit in Unit.objects.filter(pk__in=_path(cell.unit))})


def _street_of(unit: Unit, units: Mapping[int, Unit]) -> Unit:
    above = [units[pk] for pk in _path(unit)]
    return next((one for one in above if one.kind in AROUND), above[-2] if len(above) > 1 else unit)


def _path(unit: Unit) -> list[int]:
    return [pk for pk in (unit.unit_1, unit.unit_2, unit.unit_3, unit.unit_4) if pk]


def _piece(code: str, unit: Unit, shape: BaseGeometry) -> Piece:
    return Piece(code=code, name=unit.name, name_en=unit.name_en, shape=shape)


def _bounds(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    west, south, east, north = shapely.total_bounds(list(shapes))
    return float(west), float(south), float(east), float(north)
