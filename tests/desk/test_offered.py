"""Only steps that are lawful and allowed are offered; outsiders find nothing at all."""

import pytest

from tests.desk.conftest import Desk, page
from tests.pebble.commands import warn
from tests.town import TUESDAY, Town, pebble, said

HTMX = {"HX-Request": "true"}


def test_a_verb_not_lawful_now_says_why(town: Town, desk: Desk) -> None:
    matter, wang = pebble(town), desk(town.wang)
    response = wang.get(f"/m/{matter.number}/calm/")
    assert response.status_code == 409
    said(warn, matter, by=town.wang, at=TUESDAY)
    assert wang.get(f"/m/{matter.number}/calm/").status_code == 200


def test_only_steps_that_the_viewer_may_take_are_offered(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    offered = {user: page(desk(user), f"/m/{matter.number}/") for user in (town.he, town.lei)}
    assert f"/m/{matter.number}/carry/" in offered[town.he]
    assert f"/m/{matter.number}/carry/" not in offered[town.lei]
    assert desk(town.lei).get(f"/m/{matter.number}/carry/").status_code == 403


def test_an_unknown_verb_is_nothing(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    assert desk(town.mei).get(f"/m/{matter.number}/fly/").status_code == 404


@pytest.mark.parametrize("place", ["", "note/", "export/", "files/1/", "reveal/1/", "why/limit/"])
def test_an_outsider_finds_nothing_at_any_address_of_a_matter(town: Town, desk: Desk, place: str) -> None:
    matter = pebble(town)
    assert desk(town.sun).get(f"/m/{matter.number}/{place}").status_code == 404
    assert desk(town.sun).get(f"/m/{matter.number}/{place}", headers=HTMX).status_code == 404
