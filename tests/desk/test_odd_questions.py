"""Odd addresses, filters and words: the house answers them in words, and never breaks."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.matters.asking import Listing
from linli.matters.models import Matter
from tests.desk.conftest import Desk, page, post
from tests.town import MONDAY, Town, pebble

NAMES = [name for name in Listing.__dataclass_fields__ if name != "ignored"]
ODD = [
    "abc~1", "~", "-~1", "~1", "2026-03-02~1", "2026-03-02T09:00:00+00:00~1", "2026-03-02T09:00:00+00:00~-1",
    "0001-01-01T00:00:00+23:59~1", "9999-12-31T23:59:59-23:59~1", "x~" + "9" * 5000,
    f"2026-03-02T09:00:00+00:00~{2**63}",
    "0001-01-01", "9999-12-31", "2026-02-30", "1899-12-31", "２０", "-due", "number", "-number",
    "\x00", "a\x00b", "\r\n", "\ud7ff\uffff", "(", ")", "((", "石子)", "%", "_", "'", '"', "\\", "-1", "1e9", "全" * 99,
]  # fmt: skip
QUESTIONS = st.lists(
    st.tuples(
        st.sampled_from([*NAMES, "hat"]) | st.text(max_size=8),
        st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=QUESTIONS)
def test_no_question_to_the_list_breaks_it(town: Town, desk: Desk, question: list[tuple[str, str]]) -> None:
    response = desk(town.mei).get(f"/matters/?{urlencode(question)}")
    assert response.status_code == 200
    assert "\x00" not in response.content.decode()


@pytest.mark.parametrize("what", ["units", "users", "cells"])
def test_no_question_to_a_look_up_breaks_it(town: Town, desk: Desk, what: str) -> None:
    mei = desk(town.mei)
    assert {mei.get(f"/look-up/{what}/?{urlencode({'q': odd, 'act': odd})}").status_code for odd in ODD} == {200}


@pytest.mark.parametrize("sort", ["", "-due", "touched"])
@pytest.mark.parametrize("name", ["after", "before"])
@pytest.mark.parametrize("edge", ["abc~1", "2026-03-02~1", "~", f"2026-03-02T09:00:00+00:00~{2**63}"])
def test_a_broken_cursor_begins_at_the_first_page(town: Town, desk: Desk, sort: str, name: str, edge: str) -> None:
    matter = pebble(town)
    html = page(desk(town.mei), f"/matters/?{urlencode({'sort': sort, name: edge})}")
    assert f"/m/{matter.number}/" in html


@pytest.mark.parametrize(
    "name", ["due_from", "due_until", "opened_from", "opened_until", "closed_from", "closed_until"]
)
@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "2026-13-01"])
def test_an_odd_day_is_left_out_and_said(town: Town, desk: Desk, name: str, on: str) -> None:
    matter = pebble(town)
    html = page(desk(town.mei), f"/matters/?{name}={on}")
    assert f"{name}={on}" in html
    assert f"/m/{matter.number}/" in html


@pytest.mark.parametrize("place", ["/m/PEBBLE{}/", "/m/{}/note/", "/new/{}/", "/look-up/{}/", "/{}"])
def test_no_address_holds_what_nobody_sees(town: Town, desk: Desk, place: str) -> None:
    response = desk(town.mei).get(place.format("%00"))
    assert response.status_code == 404
    assert "没有找到" in response.content.decode()


@pytest.mark.parametrize("unseen", ["\x00", "\x1b", "\u202e", "\u200b"])
def test_words_come_in_without_what_nobody_sees(town: Town, desk: Desk, unseen: str, client: Any) -> None:
    mei = desk(town.mei)
    told = {
        "title": f"河边{unseen}的石子",
        "size": "small",
        "finder": f"周{unseen}阿婆",
        "phone": f"138{unseen}00000013",
    }
    assert mei.post("/new/pebble/", told).status_code == 303
    matter = Matter.objects.get()
    assert matter.title == "河边的石子"
    assert post(mei, matter, "note", text=f"一{unseen}句\r\n两句").status_code == 303
    assert "一句\n两句" in page(mei, f"/m/{matter.number}/")
    assert mei.post("/views/", {"title": f"红{unseen}色", "q": f"石{unseen}子"}).status_code == 302
    assert "红色" in page(mei, f"/matters/?q={quote(f'石{unseen}子')}")
    assert client.post("/sign-in/", {"username": f"me{unseen}i", "password": f"{unseen}"}).status_code == 422


def test_a_form_is_prefilled_with_whatever_its_address_says(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town, at=MONDAY + timedelta(days=1)), desk(town.mei)
    for verb in ("note", "attach", "rename", "warn", "pass_on"):
        asked = urlencode(dict.fromkeys(("text", "file", "title", "unit", "label", "public"), "abc"))
        assert mei.get(f"/m/{matter.number}/{verb}/?{asked}").status_code == 200
    many = ",".join(["9" * 5000, "-1", "x", ""])
    assert mei.post(f"/m/{matter.number}/reveal/1/", {"purpose": "handling", "opened": many}).status_code == 200
