"""The title of a browser's window stays in its history and on shared screens: it says the number, never the words."""

import re

from tests.desk.conftest import Desk, page, told
from tests.town import Town, pebble


def window_title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    assert found
    return found[1]


def test_a_window_says_the_number_and_the_kind_and_no_word_of_the_matter(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town, title="桥头的石子"), desk(town.mei)
    for place in ("", "note/", "reveal/1/"):
        html = page(mei, f"/m/{matter.number}/{place}")
        assert matter.number in window_title(html)
        assert "桥头" not in window_title(html)
    assert window_title(page(mei, f"/m/{matter.number}/")).startswith(f"{matter.number} Pebble")
    asked = {**told(mei, matter, "note"), "text": ""}
    assert "桥头" not in window_title(mei.post(f"/m/{matter.number}/note/", asked).content.decode())
