"""Cells make grid units and answer for points, always alike."""

import pytest

from linli.place.grid import cell_at
from linli.place.load_grid import load_cells
from linli.place.models import Cell, Unit
from tests.place.county import UNITS, feature, load, square

pytestmark = pytest.mark.django_db


def test_cells_make_grid_units_and_answer_for_points() -> None:
    load(UNITS)
    features = [feature("1111", geometry=square(115)), feature("1112", geometry=square(116))]
    assert load_cells(features).counts["new"] == 2
    assert Unit.objects.get(code="1112").kind == "grid"
    assert [cell and cell.code for cell in map(point, (115.5, 116.5, 118.0))] == ["1111", "1112", None]


def test_a_point_on_a_shared_border_always_has_the_same_cell() -> None:
    load(UNITS)
    load_cells([feature("1112", geometry=square(116)), feature("1111", geometry=square(115))])
    found = point(116.0)
    assert found is not None
    assert found.code == "1111"


def test_a_changed_outline_is_seen_at_once() -> None:
    load(UNITS)
    load_cells([feature("1111", geometry=square(115))])
    assert point(115.5) is not None
    moved = load_cells([feature("1111", geometry=square(120))])
    assert moved.counts["changed"] == 1
    assert point(115.5) is None
    assert point(120.5) is not None


def point(lon: float) -> Cell | None:
    return cell_at(lon, 28.5)
