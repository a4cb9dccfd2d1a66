"""Units in the office stand in their place, move with what is below, and stay while in use."""

from collections.abc import Sequence

import psycopg
import pytest
from django.db import OperationalError

from linli.place import tree
from linli.place.models import Unit
from linli.place.tree import graft, path_of
from tests.office.visiting import administrator, page, said, street

pytestmark = pytest.mark.django_db


def test_a_unit_added_here_stands_in_its_place_in_the_tree() -> None:
    client = administrator()
    top = Unit.objects.get(code="1")
    told = {"code": "11", "name": "柳树街道", "name_en": "", "kind": "street", "parent": top.pk, "closed_on": ""}
    assert client.post(page("place_unit_add"), told).status_code == 302
    assert path_of(Unit.objects.get(code="11"))[0] == top.pk


def test_a_unit_in_the_wrong_place_comes_back_with_the_reason() -> None:
    client = administrator()
    top = Unit.objects.get(code="1")
    told = {"code": "1111", "name": "网格", "name_en": "", "kind": "grid", "parent": top.pk, "closed_on": ""}
    response = client.post(page("place_unit_add"), told)
    assert response.status_code == 200
    assert "parent" in response.context["adminform"].form.errors
    assert not Unit.objects.filter(code="1111").exists()


def test_a_moved_unit_takes_what_is_below_along() -> None:
    client = administrator()
    community = graft(Unit(code="111", name="北社区", kind="community"), under=street())
    grid = graft(Unit(code="1111", name="网格", kind="grid"), under=community)
    other = street("12")
    told = {"name": "北社区", "name_en": "", "parent": other.pk, "closed_on": ""}
    assert client.post(page("place_unit_change", community.pk), told).status_code == 302
    grid.refresh_from_db()
    assert grid.unit_2 == other.pk


def test_a_move_that_was_broken_off_for_a_step_is_made_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    client = administrator()
    community, other = graft(Unit(code="111", name="北社区", kind="community"), under=street()), street("12")
    left = [OperationalError("broken off")]

    def follower(moved: Sequence[int]) -> None:
        if left:
            raise left.pop() from psycopg.errors.DeadlockDetected()

    monkeypatch.setattr(tree, "FOLLOWERS", [*tree.FOLLOWERS, follower])
    told = {"name": "北社区", "name_en": "", "parent": other.pk, "closed_on": ""}
    assert client.post(page("place_unit_change", community.pk), told).status_code == 302
    community.refresh_from_db()
    assert (community.unit_2, left) == (other.pk, [])
    assert client.get(page("place_unit_changelist")).content.decode().count('class="success"') == 1


def test_a_unit_in_use_is_not_deleted_and_one_out_of_use_is() -> None:
    client = administrator()
    unused = street()
    assert "云河县" in said(client, page("place_unit_delete", Unit.objects.get(code="1").pk))
    assert client.post(page("place_unit_delete", unused.pk), {"post": "yes"}).status_code == 302
    assert [unit.code for unit in Unit.objects.all()] == ["1"]
