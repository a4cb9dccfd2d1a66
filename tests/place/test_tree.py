"""The tree of units: its paths, its subtrees and the names in it."""

import pytest
from django.utils import translation

from linli.place.tree import path_of, subtree, within
from tests.place.trees import plant, willow

pytestmark = pytest.mark.django_db


def test_a_unit_carries_the_ids_of_all_above_it_one_column_a_level() -> None:
    county, street, community, grid = willow()
    assert path_of(county) == (county.pk, None, None, None)
    assert path_of(grid) == (county.pk, street.pk, community.pk, grid.pk)
    assert [unit.level for unit in (county, street, community, grid)] == [1, 2, 3, 4]


def test_a_subtree_is_the_unit_and_all_below_it_and_nothing_beside_it() -> None:
    county, street, community, grid = willow()
    beside = plant("12", kind="street", under=county)
    assert set(subtree(street)) == {street, community, grid}
    assert set(subtree(county)) == {county, street, community, grid, beside}
    assert within(path_of(grid), street)
    assert not within(path_of(grid), beside)
    assert not within(path_of(county), street)


def test_a_unit_is_called_by_its_english_name_only_in_english() -> None:
    county, *_rest = willow()
    with translation.override("en"):
        assert county.label == "Unit 1"
    with translation.override("zh-hans"):
        assert county.label == "单位1"
    county.name_en = ""
    with translation.override("en"):
        assert county.label == "单位1"
