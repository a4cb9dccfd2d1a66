"""A moved unit takes everything below it along, and who follows is told."""

from collections.abc import Sequence

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from linli.place import tree
from linli.place.tree import graft, path_of, subtree
from tests.place.trees import plant, willow

pytestmark = pytest.mark.django_db


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
