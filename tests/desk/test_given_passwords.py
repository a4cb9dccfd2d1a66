"""A password that somebody else gave is told to whose it is and to who watches over the house, and opens no word."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import F
from django.test import Client

from linli.matters.models import Look
from linli.staff.models import User
from tests.desk.conftest import Desk, page
from tests.kinds.request.in_town import in_hand
from tests.office.visiting import page as office
from tests.town import Town, resident, state_of

pytestmark = pytest.mark.django_db
GIVEN, NEW = "柳树下面的十二颗小石子呀", "桥头边上的十三盏红灯笼呀"
TOLD, WATCHED = "别人为您的账号设置了新密码", "为他人设置的密码"


def give(desk: Desk, by: User, to: User, password: str = GIVEN) -> None:
    words = {"password1": password, "password2": password, "usable_password": "true"}
    assert desk(by).post(office("auth_user_password_change", to.pk), words).status_code == 302


def signed_in(user: User, password: str) -> Client:
    client = Client()
    client.post("/sign-in/", {"username": user.username, "password": password})
    return client


def choose(client: Client, *, present: str, new: str) -> Any:
    return client.post("/password/", {"present": present, "new": new, "again": new})


def test_whose_it_is_reads_who_gave_it_and_when_before_and_after_it_is_changed(town: Town, desk: Desk) -> None:
    assert TOLD not in page(desk(town.chen), "/")
    give(desk, town.fang, town.chen)
    client = signed_in(town.chen, GIVEN)
    first = page(client, "/password/")
    assert (TOLD in first, f"{town.fang.name}设置了新密码" in first) == (True, True)
    assert choose(client, present=GIVEN, new=NEW).status_code == 302
    shown = page(client, "/")
    assert TOLD in shown
    assert shown.index("登录的人修改了密码") < shown.index(f"{town.fang.name}设置了新密码")
    for _visit in range(2):
        assert TOLD in page(client, "/")
    assert TOLD not in page(desk(town.mei), "/")


def test_what_an_administrator_did_with_it_in_between_still_stands_there_after_the_next_one(
    town: Town, desk: Desk
) -> None:
    give(desk, town.fang, town.chen)
    assert choose(signed_in(town.chen, GIVEN), present=GIVEN, new=NEW).status_code == 302
    give(desk, town.fang, town.chen, "村口边上的十四棵老槐树呀")
    shown = page(signed_in(town.chen, "村口边上的十四棵老槐树呀"), "/password/")
    assert (shown.count("设置了新密码"), shown.count("登录的人修改了密码")) == (3, 1)


def test_auditors_and_other_administrators_read_it_and_nobody_else(town: Town, desk: Desk) -> None:
    other = resident("fan", "范二", unit=town.county, role="administrator")
    near = resident("shen", "沈察", unit=town.street, role="auditor")
    far = resident("yan", "严察", unit=town.south, role="auditor")
    give(desk, town.fang, town.chen)
    line = f"{town.fang.name}为{town.chen.name}设置了新密码"
    for user in (town.lei, other, near):
        assert (WATCHED in page(desk(user), "/"), line in page(desk(user), "/")) == (True, True)
    for user in (town.fang, far, town.mei, town.gu):
        assert WATCHED not in page(desk(user), "/")


def test_after_a_month_it_is_told_no_more(town: Town, desk: Desk) -> None:
    give(desk, town.fang, town.chen)
    User.objects.update(must_change=False)
    LogEntry.objects.update(action_time=F("action_time") - timedelta(days=31))
    assert TOLD not in page(desk(User.objects.get(pk=town.chen.pk)), "/")
    assert WATCHED not in page(desk(town.lei), "/")
    assert LogEntry.objects.filter(user=town.fang, object_id=str(town.chen.pk)).exists()


def test_no_word_is_opened_with_it(town: Town, desk: Desk) -> None:
    matter = in_hand(town)
    reporter = state_of(matter).data["reporter"]["seq"]
    reveal, record = f"/m/{matter.number}/reveal/{reporter}/", f"/m/{matter.number}/export/"
    give(desk, town.fang, town.chen)
    client = signed_in(town.chen, GIVEN)
    for place in (f"/m/{matter.number}/", reveal, record):
        assert client.get(place).headers["Location"] == "/password/"
    assert client.post(reveal, {"purpose": "handling"}).headers["Location"] == "/password/"
    assert not Look.objects.exists()
    choose(client, present=GIVEN, new=NEW)
    assert client.post(reveal, {"purpose": "handling"}).status_code == 200
    assert Look.objects.get().user == town.chen
