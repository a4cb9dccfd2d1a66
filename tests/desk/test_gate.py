"""The gate of the desk: nobody comes in unknown, a desk left alone is closed, pages stay in no cache."""

from typing import Any

from linli.doors.desk import gate
from tests.desk.conftest import Desk, page
from tests.town import MONDAY, Town, pebble


def test_nobody_signed_in_is_led_to_the_sign_in_and_back(town: Town, client: Any) -> None:
    response = client.get(f"/m/{pebble(town).number}/")
    assert response.headers["Location"].startswith("/sign-in/?next=%2Fm%2F")


def test_a_desk_left_alone_is_closed(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    page(mei, "/")
    session = mei.session
    session[gate.SEEN] = (MONDAY - gate.IDLE).isoformat()
    session.save()
    assert mei.get("/").status_code == 302


def test_the_pages_of_the_desk_stay_in_no_cache_and_obey_the_strict_policy(town: Town, desk: Desk) -> None:
    response = desk(town.mei).get(f"/m/{pebble(town).number}/")
    assert response.headers["Cache-Control"] == "no-store"
    shown = response.content.decode()
    assert "style=" not in shown
    assert "<style" not in shown
    assert " onclick=" not in shown
