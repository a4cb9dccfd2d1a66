"""Suggestions while one types: colleagues and places, never residents."""

from tests.desk.conftest import Desk, page
from tests.town import Town, pebble


def test_suggestions_are_colleagues_and_places_never_residents(town: Town, desk: Desk) -> None:
    pebble(town)
    mei = desk(town.mei)
    assert "王守和 (wang)" in page(mei, "/look-up/users/?q=王&act=mediate")
    assert "(lei)" not in page(mei, "/look-up/users/?q=雷&act=mediate")
    assert "北社区 (360101)" in page(mei, "/look-up/units/?q=北")
    assert "36010101" in page(mei, "/look-up/cells/?q=北社区")
    assert "周阿婆" not in page(mei, "/look-up/users/?q=周")
    assert mei.get("/look-up/residents/?q=周").status_code == 404
