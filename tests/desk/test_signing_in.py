"""Signing in at the desk: right and wrong passwords, where it leads, and what a demo county shows."""

import re
from io import StringIO

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.test import Client
from django.utils.translation import override

from linli.policy.models import Centre
from linli.staff.models import User
from tests.desk.conftest import page
from tests.town import Town


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


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_offers_the_very_posts_that_the_terminal_prints_in_the_same_words(
    town: Town, client: Client, language: str
) -> None:
    Centre.objects.update_or_create(pk=1, defaults={"name": "云棠县综治中心", "demo": True})
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    shown = re.findall(r'data-fill="(\w+)"><strong>(.+?)</strong>.*?<span>(.+?)</span>', page(client, "/sign-in/"))
    printed = StringIO()
    with override(language):
        call_command("demo", "--signins", stdout=printed)
    assert [username for username, _name, _post in shown] == ["mei", "chen", "he", "fang", "sun"]
    assert all(f"  {username:<8} {name}  {held}: " in printed.getvalue() for username, name, held in shown)
    assert len(printed.getvalue().splitlines()) == len(shown) + 1


@pytest.mark.django_db
def test_while_nobody_can_sign_in_the_page_says_how_to_begin(client: Client) -> None:
    shown = page(client, "/sign-in/")
    assert "还没有任何人可以登录" in shown
    assert f"./linli createadmin --data {settings.CONFIGURATION.data}" in shown


def test_once_somebody_can_sign_in_it_says_nothing_of_the_data(town: Town, client: Client) -> None:
    assert "createadmin" not in page(client, "/sign-in/")
