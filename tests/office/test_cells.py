"""Cells in the office need a grid and a real outline."""

import pytest

from linli.place.models import Unit
from linli.place.tree import graft
from tests.office.visiting import administrator, page, street

pytestmark = pytest.mark.django_db
SQUARE = '{"type":"Polygon","coordinates":[[[115,28],[116,28],[116,29],[115,29],[115,28]]]}'


def test_a_cell_needs_a_grid_and_a_real_outline() -> None:
    client = administrator()
    community = graft(Unit(code="111", name="北社区", kind="community"), under=street())
    grid = graft(Unit(code="1111", name="网格", kind="grid"), under=community)
    good = {"code": "1111", "unit": grid.pk, "polygon": SQUARE, "datum": "wgs84"}
    for wrong in ({"unit": community.pk}, {"polygon": "{}"}):
        assert client.post(page("place_cell_add"), {**good, **wrong}).status_code == 200
    assert client.post(page("place_cell_add"), good).status_code == 302
