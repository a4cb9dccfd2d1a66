"""Signing in, opening a matter, looking things up, and how errors speak."""

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from linli.matters.models import Matter
from linli.policy.models import Centre
from linli.staff.models import User
from tests.desk.conftest import Desk, page
from tests.town import Town, pebble

FOUND = {"title": "河边的石子", "size": "small", "finder": "周阿婆", "phone": ""}


def with_password(user: User) -> User:
    user.password = make_password("柳树下的石子")
    user.save()
    return user


def test_somebody_signs_in_and_lands_where_they_wanted_to_go(town: Town, client: Client) -> None:
    with_password(town.mei)
    told = {"username": "mei", "password": "柳树下的石子", "next": "/matters/?whose=mine"}
    response = client.post("/sign-in/", told)
    assert response.headers["Location"] == "/matters/?whose=mine"
    assert "梅兰" in page(client, "/")


def test_a_wrong_password_says_neither_which_nor_who(town: Town, client: Client) -> None:
    with_password(town.mei)
    answers = [client.post("/sign-in/", {"username": name, "password": "猜"}) for name in ("mei", "nobody")]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert all("用户名或密码" in answer.content.decode() for answer in answers)


def test_signing_in_never_leads_out_of_the_house(town: Town, client: Client) -> None:
    with_password(town.mei)
    told = {"username": "mei", "password": "柳树下的石子", "next": "https://elsewhere.example/"}
    assert client.post("/sign-in/", told).headers["Location"] == "/"


def test_a_demo_county_shows_its_sign_ins_and_says_that_it_is_invented(town: Town, client: Client) -> None:
    assert "虚构" not in page(client, "/sign-in/")
    Centre.objects.update_or_create(pk=1, defaults={"name": "云棠县综治中心", "demo": True})
    assert 'data-fill="mei"' in page(client, "/sign-in/")
    assert "一切内容均为虚构演示数据" in page(client, "/sign-in/")


def test_the_language_is_chosen_and_kept_with_the_user(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    mei.post("/language/", {"language": "en", "next": "/matters/"})
    assert "New matter" in page(mei, "/matters/")
    assert User.objects.get(pk=town.mei.pk).language == "en"


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_light_is_chosen_without_scripts(town: Town, desk: Desk, theme: str) -> None:
    mei = desk(town.mei)
    mei.post("/theme/", {"theme": theme})
    shown = page(mei, "/")
    assert ("desk/dark.css" in shown) == (theme != "light")
    assert ("prefers-color-scheme" in shown) == (theme == "system")


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


def test_what_was_typed_stays_when_something_is_missing(town: Town, desk: Desk) -> None:
    response = desk(town.mei).post("/new/pebble/", {**FOUND, "title": ""})
    assert response.status_code == 422
    assert 'value="周阿婆"' in response.content.decode()
    assert not Matter.objects.exists()


def test_who_may_not_open_is_offered_nothing(town: Town, desk: Desk) -> None:
    lei = desk(town.lei)
    assert "/new/" not in page(lei, "/")
    assert lei.get("/new/pebble/").status_code == 403
    assert desk(town.mei).get("/new/unicorn/").status_code == 404


def test_suggestions_are_colleagues_and_places_never_residents(town: Town, desk: Desk) -> None:
    pebble(town)
    mei = desk(town.mei)
    assert "王守和 (wang)" in page(mei, "/look-up/users/?q=王&act=mediate")
    assert "(lei)" not in page(mei, "/look-up/users/?q=雷&act=mediate")
    assert "北社区 (360101)" in page(mei, "/look-up/units/?q=北")
    assert "36010101" in page(mei, "/look-up/cells/?q=北社区")
    assert "周阿婆" not in page(mei, "/look-up/users/?q=周")
    assert mei.get("/look-up/residents/?q=周").status_code == 404


def test_nothing_here_is_said_in_the_users_language_with_a_number_to_ask_about(town: Town, desk: Desk) -> None:
    response = desk(town.mei).get("/m/NOWHERE-1/")
    assert response.status_code == 404
    assert "没有找到" in response.content.decode()
    assert response.headers["X-Request-ID"] in response.content.decode()


def test_a_form_from_an_old_page_is_refused_in_words(town: Town) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(town.mei)
    response = client.post("/new/pebble/", FOUND)
    assert response.status_code == 403
    assert "页面已过期" in response.content.decode()


def test_the_house_says_whether_it_lives_and_can_work(town: Town, client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200
