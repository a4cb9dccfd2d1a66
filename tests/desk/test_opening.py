"""Opening a matter from the window: once, whole, and only by those who may."""

import logging

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from linli.doors.desk import gate
from linli.matters.models import Matter
from linli.staff.hiring import appoint
from linli.staff.models import Post
from tests.desk.conftest import Desk, page
from tests.town import LONG_AGO, MONDAY, TUESDAY, Town

FOUND = {"title": "河边的石子", "size": "small", "finder": "周阿婆", "phone": ""}


def afresh(client: Client) -> tuple[str, str]:
    """The address of a form opened afresh, and the key it is sent with."""
    address = client.get("/new/pebble/").headers["Location"]
    html = page(client, address)
    return address, html.split('name="key" value="')[1].split('"')[0]


def test_a_matter_is_opened_from_the_window(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    response = mei.post("/new/pebble/", FOUND)
    matter = Matter.objects.get()
    assert (response.status_code, response.headers["Location"]) == (303, f"/m/{matter.number}/")
    assert (matter.title, matter.unit) == ("河边的石子", town.north)


def test_the_same_opening_twice_opens_one_matter(town: Town, desk: Desk) -> None:
    mei, key = desk(town.mei), "0a6f5d0e-7f36-4f9b-9f0c-6f8d1f7f0001"
    for _again in range(2):
        assert mei.post("/new/pebble/", {**FOUND, "key": key}).status_code == 303
    assert Matter.objects.count() == 1


def test_the_page_of_an_opening_sent_again_with_other_words_opens_nothing(town: Town, desk: Desk) -> None:
    mei, key = desk(town.mei), "0a6f5d0e-7f36-4f9b-9f0c-6f8d1f7f0002"
    mei.post("/new/pebble/", {**FOUND, "key": key})
    response = mei.post("/new/pebble/", {**FOUND, "key": key, "title": "另一颗石子"})
    shown = response.content.decode()
    assert response.status_code == 409
    number = Matter.objects.get().number
    assert f"已经提交过，登记为 {number}" in shown
    assert f'href="/m/{number}/"' in shown
    assert 'value="另一颗石子"' in shown
    assert key not in shown
    assert Matter.objects.count() == 1


def test_the_wrong_form_loaded_again_after_it_was_put_right_says_that_it_was_taken_in(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    _address, key = afresh(mei)
    wrong = {**FOUND, "title": "", "key": key}
    assert mei.post("/new/pebble/", wrong).status_code == 422
    mei.post("/new/pebble/", {**FOUND, "key": key})
    response, number = mei.post("/new/pebble/", wrong), Matter.objects.get().number
    shown = response.content.decode()
    assert response.status_code == 409
    assert f"已经提交过，登记为 {number}" in shown
    assert f'href="/m/{number}/"' in shown
    assert 'class="errors"' not in shown, "what was wrong with it was put right"
    assert 'value="周阿婆"' in shown
    assert key not in shown


def test_what_was_typed_stays_also_where_what_was_opened_with_it_is_out_of_sight(town: Town, desk: Desk) -> None:
    mei, key = desk(town.mei), "0a6f5d0e-7f36-4f9b-9f0c-6f8d1f7f0003"
    appoint(town.mei, unit=town.south, role="clerk", from_on=LONG_AGO)
    there = Post.objects.get(user=town.mei, unit=town.south)
    mei.post("/new/pebble/", {**FOUND, "key": key, "post": there.pk})
    matter = Matter.objects.get()
    assert matter.unit == town.south
    Post.objects.filter(pk=there.pk).update(valid_until=MONDAY.date())
    response = mei.post("/new/pebble/", {**FOUND, "key": key, "title": "另一颗石子"})
    shown = response.content.decode()
    assert (response.status_code, Matter.objects.count()) == (409, 1)
    assert "这个页面已经提交过" in shown
    assert 'value="另一颗石子"' in shown
    assert matter.number not in shown


def test_going_back_to_a_form_that_was_sent_leads_to_the_matter_and_says_so(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    address, key = afresh(mei)
    mei.post("/new/pebble/", {**FOUND, "key": key})
    number = Matter.objects.get().number
    back = mei.get(address)
    assert (back.status_code, back.headers["Location"]) == (303, f"/m/{number}/")
    assert f"已登记为 {number}" in page(mei, f"/m/{number}/")
    assert f"已登记为 {number}" not in page(mei, f"/m/{number}/"), "it is said once"


def test_the_same_form_sent_again_says_that_it_was_taken_in(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    _address, key = afresh(mei)
    first = mei.post("/new/pebble/", {**FOUND, "key": key}).headers["Location"]
    assert "已登记为" not in page(mei, first)
    again = mei.post("/new/pebble/", {**FOUND, "key": key}).headers["Location"]
    assert again == first
    assert "已登记为" in page(mei, again)


def test_the_same_words_in_a_form_opened_afresh_are_another_matter(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    keys = {afresh(mei)[1] for _each in range(2)}
    assert {mei.post("/new/pebble/", {**FOUND, "key": key}).status_code for key in keys} == {303}
    assert Matter.objects.count() == 2


def test_the_same_address_is_the_same_form_until_it_was_sent(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    address, key = afresh(mei)
    assert f'name="key" value="{key}"' in page(mei, address)
    assert mei.get("/new/pebble/?key=1").headers["Location"].startswith("/new/pebble/?key=")


def test_the_way_to_a_fresh_form_asks_only_who_may_open(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    afresh(mei)
    with CaptureQueriesContext(connection) as told:
        assert mei.get("/new/pebble/").status_code == 302
    assert len(told) <= 4, "session, user, policy, posts"


def test_a_key_is_only_of_who_sent_it(town: Town, desk: Desk) -> None:
    mei, sun = desk(town.mei), desk(town.sun)
    address, key = afresh(mei)
    mei.post("/new/pebble/", {**FOUND, "key": key})
    assert f'name="key" value="{key}"' in page(sun, address)


def test_a_bookmark_of_a_form_that_was_sent_is_a_fresh_form_the_day_after(
    town: Town, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    mei = desk(town.mei)
    monkeypatch.setattr(gate, "present", lambda: MONDAY)
    address, key = afresh(mei)
    mei.post("/new/pebble/", {**FOUND, "key": key})
    monkeypatch.setattr(gate, "present", lambda: TUESDAY)
    fresh = mei.get(address).headers["Location"]
    assert fresh.startswith("/new/pebble/?key=")
    assert key not in fresh


def test_what_was_typed_stays_when_something_is_missing(town: Town, desk: Desk) -> None:
    response = desk(town.mei).post("/new/pebble/", {**FOUND, "title": ""})
    assert response.status_code == 422
    assert 'value="周阿婆"' in response.content.decode()
    assert not Matter.objects.exists()


def test_a_title_that_names_somebody_comes_back_with_what_to_do(town: Town, desk: Desk) -> None:
    response = desk(town.mei).post("/new/pebble/", {**FOUND, "title": "周阿婆的石子"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "标题只写什么事，不写什么人" in shown
    assert 'value="周阿婆的石子"' in shown


def test_who_may_not_open_is_offered_nothing(town: Town, desk: Desk) -> None:
    lei = desk(town.lei)
    assert "/new/" not in page(lei, "/")
    assert lei.get("/new/pebble/").status_code == 403
    assert desk(town.mei).get("/new/unicorn/").status_code == 404


def test_a_form_from_an_old_page_is_refused_in_words(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.mei)
    response = client.post("/new/pebble/", FOUND)
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


def test_a_unit_is_offered_once_however_many_posts_one_holds_there(town: Town, desk: Desk) -> None:
    appoint(town.mei, unit=town.north, role="mediator", from_on=LONG_AGO)
    mei = desk(town.mei)
    assert 'name="post"' not in page(mei, "/new/pebble/", follow=True)
    appoint(town.mei, unit=town.south, role="clerk", from_on=LONG_AGO)
    offered = page(mei, "/new/pebble/", follow=True)
    choice = offered[offered.index('name="post"') :].split("</select>")[0]
    assert choice.count("<option") == 2
    assert choice.count("北社区") == 1


def test_a_refusal_is_no_fault_and_the_console_hears_nothing_of_it(
    town: Town, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("django.request")
    logger.addHandler(caplog.handler)
    assert desk(town.fang).get("/new/").status_code == 403
    assert desk(town.mei).post("/new/pebble/", {**FOUND, "title": ""}).status_code == 422
    logger.error("What broke is heard.")
    logger.removeHandler(caplog.handler)
    assert caplog.messages == ["What broke is heard."]
