"""A step is opened, filled in and said; what stands in its way is told in words and nothing typed is lost."""

from typing import Any

import pytest
from django.utils import timezone

from linli.doors.desk import gate
from linli.staff.hiring import stand_in
from tests.desk.conftest import Desk, page, post, told
from tests.pebble.commands import warn
from tests.town import MONDAY, TUESDAY, Town, facts_of, pebble, said

HTMX = {"HX-Request": "true"}


def test_a_step_is_recorded_and_the_page_comes_back(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    response = post(mei, matter, "note", text="桥头很滑")
    assert (response.status_code, response.headers["Location"]) == (303, f"/m/{matter.number}/")
    shown = page(mei, f"/m/{matter.number}/")
    assert "桥头很滑" in shown
    assert "已记录" in shown


def test_the_same_post_twice_is_taken_once_and_answered_alike(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    fields = {**told(mei, matter, "note"), "text": "一次"}
    answers = [mei.post(f"/m/{matter.number}/note/", fields) for _again in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert facts_of(matter).count("Noted") == 1


def test_a_form_with_a_gap_comes_back_with_what_was_typed(town: Town, desk: Desk) -> None:
    matter, chen = pebble(town), desk(town.chen)
    response = post(chen, matter, "pass_on", unit="没有这个单位")
    assert response.status_code == 422
    assert 'value="没有这个单位"' in response.content.decode()
    assert facts_of(matter) == facts_of(pebble(town))


def test_whoever_was_second_reads_what_happened_and_keeps_the_words(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    said(warn, matter, by=town.wang, at=TUESDAY)
    response = mei.post(f"/m/{matter.number}/note/", {**early, "text": "我写到一半的话"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "我写到一半的话" in shown
    assert town.wang.name in shown
    assert "Noted" not in facts_of(matter)


def test_the_conflict_page_can_be_sent_again_as_it_stands(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    early = told(mei, matter, "note")
    moved = said(warn, matter, by=town.wang, at=TUESDAY)
    mei.post(f"/m/{matter.number}/note/", {**early, "text": "再说一次"})
    response = mei.post(f"/m/{matter.number}/note/", {**early, "version": moved.version, "text": "再说一次"})
    assert response.status_code == 303
    assert "Noted" in facts_of(matter)


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


def test_with_scripts_the_form_alone_and_then_the_matter_alone_are_answered(town: Town, desk: Desk) -> None:
    matter, mei = pebble(town), desk(town.mei)
    form = page(mei, f"/m/{matter.number}/note/", headers=HTMX)
    assert form.lstrip().startswith("<form")
    response = mei.post(f"/m/{matter.number}/note/", {**told(mei, matter, "note"), "text": "好"}, headers=HTMX)
    assert response.headers["HX-Retarget"] == "#matter"
    assert response.content.decode().lstrip().startswith("<article")


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


def test_who_stands_in_is_named_with_whom_they_stand_for(town: Town, desk: Desk) -> None:
    today = timezone.localdate()
    stand_in(town.mei, post=town.he.posts.get(), from_on=today, until_on=today, reason="年假")
    matter = pebble(town)
    post(desk(town.mei), matter, "carry")
    assert f"代{town.he.name}" in page(desk(town.mei), f"/m/{matter.number}/")
