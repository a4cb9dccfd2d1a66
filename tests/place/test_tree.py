"""The tree of units: paths, moves, and the places a unit may not stand in."""

from collections.abc import Sequence

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from linli.place import tree
from linli.place.models import Unit
from linli.place.tree import graft, path_of, subtree, within

pytestmark = pytest.mark.django_db


def plant(code: str, *, kind: str, under: Unit | None = None) -> Unit:
    return graft(Unit(code=code, name=f"单位{code}", name_en=f"Unit {code}", kind=kind), under=under)


def willow() -> tuple[Unit, Unit, Unit, Unit]:
    county = plant("1", kind="county")
    street = plant("11", kind="street", under=county)
    community = plant("111", kind="community", under=street)
    return county, street, community, plant("1111", kind="grid", under=community)


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


def test_a_moved_unit_takes_everything_below_it_along() -> None:
    county, street, community, grid = willow()
    other = plant("12", kind="town", under=county)
    graft(community, under=other)
    grid.refresh_from_db()
    assert path_of(grid) == (county.pk, other.pk, community.pk, grid.pk)
    assert set(subtree(street)) == {street}


def test_who_follows_is_told_which_units_moved_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Sequence[int]] = []
    monkeypatch.setattr(tree, "FOLLOWERS", [])
    tree.follow(told.append)
    county, street, community, grid = willow()
    graft(street, under=county)
    assert told == []
    graft(community, under=plant("12", kind="town", under=county))
    assert told == [[community.pk, grid.pk]]


def test_a_department_may_have_offices_of_its_own_and_one_in_a_street() -> None:
    county, street, _community, _grid = willow()
    bureau = plant("21", kind="department", under=county)
    assert plant("211", kind="department", under=bureau).level == 3
    assert plant("212", kind="department", under=street).level == 3


@pytest.mark.parametrize(
    ("kind", "parent", "sentence"),
    [
        ("street", None, "must belong to another unit"),
        ("county", "county", "stands at the top"),
        ("grid", "street", "cannot belong to a"),
        ("community", "grid", "cannot belong to a"),
    ],
)
def test_a_unit_in_the_wrong_place_is_refused_with_a_sentence(kind: str, parent: str | None, sentence: str) -> None:
    units = {unit.kind: unit for unit in willow()}
    with translation.override("en"), pytest.raises(ValidationError, match=sentence):
        plant("9", kind=kind, under=units[parent] if parent else None)
    assert not Unit.objects.filter(code="9").exists()


def test_a_unit_cannot_be_moved_below_itself_nor_too_deep() -> None:
    county = plant("1", kind="county")
    bureau = plant("2", kind="department", under=county)
    office = plant("21", kind="department", under=bureau)
    section = plant("211", kind="department", under=office)
    other = plant("3", kind="department", under=county)
    with translation.override("en"):
        with pytest.raises(ValidationError, match="below itself"):
            graft(bureau, under=section)
        with pytest.raises(ValidationError, match="four levels"):
            graft(bureau, under=other)


def test_a_unit_is_called_by_its_english_name_only_in_english() -> None:
    county, *_rest = willow()
    with translation.override("en"):
        assert county.label == "Unit 1"
    with translation.override("zh-hans"):
        assert county.label == "单位1"
    county.name_en = ""
    with translation.override("en"):
        assert county.label == "单位1"
