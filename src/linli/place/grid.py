"""From a point on the ground to the grid cell that looks after it."""

from functools import lru_cache

from django.db.models import Count, Max

from linli.place.models import Cell
from linli.place.outlines import Outlines, outlines

Stamp = tuple[int, object]


def cell_at(lon: float, lat: float) -> Cell | None:
    """The cell around the point, in the coordinates the cells are kept in; None outside all of them."""
    code = grid_under(stamp()).at(lon, lat)
    return Cell.objects.select_related("unit").get(code=code) if code else None


def stamp() -> Stamp:
    """Changes whenever a cell does; every process builds its index again when it sees a new one."""
    found = Cell.objects.aggregate(number=Count("pk"), latest=Max("changed_at"))
    return found["number"], found["latest"]


@lru_cache(maxsize=2)
def grid_under(_stamp: Stamp) -> Outlines:
    return outlines(dict(Cell.objects.values_list("code", "polygon")))
