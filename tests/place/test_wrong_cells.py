"""A wrong outline or a missing community is named, and nothing is saved."""

from typing import Any

import pytest
from django.utils import translation

from linli.place.load_grid import load_cells
from linli.place.models import Cell
from tests.place.county import UNITS, feature, load, square

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("geometry", "sentence"),
    [
        ({"type": "Point", "coordinates": [115, 28]}, "it is not a polygon"),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}, "it crosses itself"),
        (square(500), "not longitude and latitude in degrees"),
        (square(115.5), "overlaps that of 1111"),
    ],
)
def test_a_wrong_outline_is_named_and_nothing_is_saved(geometry: dict[str, Any], sentence: str) -> None:
    load(UNITS)
    features = [feature("1111", geometry=square(115)), feature("1112", geometry=geometry)]
    with translation.override("en"):
        outcome = load_cells(features)
    assert [(row.code, sentence in row.sentence) for row in outcome.wrong] == [("1112", True)]
    assert not Cell.objects.exists()


def test_a_cell_without_its_community_is_refused() -> None:
    outcome = load_cells([feature("1111", geometry=square(115))])
    assert len(outcome.wrong) == 1
