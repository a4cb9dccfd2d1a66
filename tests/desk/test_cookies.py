"""Cookies carry codes: no word of a matter leaves the house in one."""

from typing import Any

from tests.desk.conftest import Desk, page, post
from tests.town import Town, pebble


def cookies(response: Any) -> dict[str, str]:
    return {name: cookie.value for name, cookie in response.cookies.items()}


def test_what_was_recorded_is_said_on_the_next_page_and_in_no_cookie(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    recorded = post(mei, matter, "note", text="ice on the bridge")
    saved = mei.post("/views/", {"title": "views of ice", "q": "ice"})
    for response in (recorded, saved):
        assert set(cookies(response)) <= {"sessionid"}
        assert "ice" not in " ".join(cookies(response).values())
    shown = page(mei, f"/m/{matter.number}/")
    assert "已记录：备注：ice on the bridge" in shown
    assert "已保存为“views of ice”" in shown
