"""The ground of a unit as a drawing: the outlines of its cells and of the units right below it; no base map."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from linli.place.grid import Stamp, stamp
from linli.place.models import Cell, Unit
from linli.place.outlines import shape_of
from linli.place.tree import COLUMNS

WIDE, HIGH = 744, 606
"""At 1920 by 1080 one step of the drawing is one pixel, so that its words are as large as all others."""
COARSE, FULL = 0.6, 0.96
"""Corners that nobody would miss, and how much of the drawing the ground fills at most."""


@dataclass(frozen=True)
class Outline:
    """A piece of ground: its path, the point inside it to mark, and how wide a mark has room there."""

    path: str
    x: int
    y: int
    room: float


@dataclass(frozen=True)
class Area:
    """The ground of a unit right below the one that is shown, or of one of its cells."""

    unit: Unit
    outline: Outline
    cells: frozenset[int]
    shape: BaseGeometry
    """In steps of the drawing."""


@dataclass(frozen=True)
class Ground:
    """The whole drawing; cells by their id."""

    unit: Unit
    wide: int
    high: int
    cells: Mapping[int, Outline]
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Frame:
    """How degrees become steps of the drawing."""

    west: float
    north: float
    across: float
    down: float
    left: float
    top: float

    def path(self, shape: BaseGeometry) -> str:
        plain = shape.simplify(COARSE / self.down)
        rings = [ring for part in getattr(plain, "geoms", [plain]) for ring in (part.exterior, *part.interiors)]
        return "".join(f"M{'L'.join(self._pair(lon, lat) for lon, lat in ring.coords[:-1])}Z" for ring in rings)

    def outline(self, shape: BaseGeometry) -> Outline:
        middle = shape.representative_point() if not shape.centroid.within(shape) else shape.centroid
        room = math.sqrt(shape.area * self.across * self.down)
        return Outline(self.path(shape), round(self.x(middle.x)), round(self.y(middle.y)), room)

    def drawn(self, shape: BaseGeometry) -> BaseGeometry:
        scaled = shapely.transform(shape.simplify(COARSE / self.down), self._steps, interleaved=False)
        sound = scaled if scaled.is_valid else scaled.buffer(0)
        shapely.prepare(sound)
        return sound

    def _steps(self, lon: Any, lat: Any) -> tuple[Any, Any]:
        return self.x(lon), self.y(lat)

    def x(self, lon: Any) -> Any:
        return self.left + (lon - self.west) * self.across

    def y(self, lat: Any) -> Any:
        return self.top + (self.north - lat) * self.down

    def _pair(self, lon: float, lat: float) -> str:
        return f"{self.x(lon):.1f} {self.y(lat):.1f}"


def ground_of(unit: Unit) -> Ground | None:
    """The drawing of the unit's ground; None where it has no cells."""
    return _drawn(unit.pk, stamp())


@lru_cache(maxsize=16)
def _drawn(pk: int, _stamp: Stamp) -> Ground | None:
    unit = Unit.objects.get(pk=pk)
    cells = list(Cell.objects.filter(**{f"unit__unit_{unit.level}": pk}).select_related("unit").order_by("code"))
    if not cells:
        return None
    shapes = {cell.pk: shape_of(cell.polygon) for cell in cells}
    frame = _frame(shapes.values())
    outlines = {pk: frame.outline(shape) for pk, shape in shapes.items()}
    areas = tuple(_areas(cells, shapes, frame, level=unit.level))
    return Ground(unit, WIDE, HIGH, outlines, areas)


def _frame(shapes: Iterable[BaseGeometry]) -> Frame:
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(list(shapes)))
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.01)
    tall, broad = max(north - south, 1e-5), max((east - west) * squeeze, 1e-5)
    down = FULL * min(WIDE / broad, HIGH / tall)
    return Frame(west, north, down * squeeze, down, (WIDE - broad * down) / 2, (HIGH - tall * down) / 2)


def _areas(cells: Sequence[Cell], shapes: Mapping[int, BaseGeometry], frame: Frame, *, level: int) -> Iterable[Area]:
    """The cells put together by the unit below the one that is shown that they belong to."""
    below = COLUMNS[min(level, len(COLUMNS) - 1)]
    together: dict[int, list[Cell]] = {}
    for cell in cells:
        together.setdefault(getattr(cell.unit, below) or cell.unit_id, []).append(cell)
    units = Unit.objects.in_bulk(list(together))
    for pk, mine in together.items():
        shape = shapely.union_all([shapes[cell.pk] for cell in mine])
        yield Area(units[pk], frame.outline(shape), frozenset(cell.pk for cell in mine), frame.drawn(shape))
