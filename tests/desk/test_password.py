"""Everybody changes their own password, and one that somebody else gave is changed before anything else."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.hashers import make_password
from django.test import Client

from linli.staff.models import User
from linli.staff.signing import FAILURES
from tests.desk.conftest import page
from tests.office.visiting import page as office
from tests.town import Town

OLD, NEW = "柳树下的十二颗小石子呀", "桥头边上的十三盏红灯笼呀"


def signed_in(user: User, password: str = OLD) -> Client:
    client = Client()
    client.post("/sign-in/", {"username": user.username, "password": password})
    return client


def changed(client: Client, *, present: str = OLD, new: str = NEW, again: str = "") -> int:
    return client.post("/password/", {"present": present, "new": new, "again": again or new}).status_code


@pytest.fixture
def mei(town: Town) -> User:
    User.objects.filter(pk=town.mei.pk).update(password=make_password(OLD))
    return User.objects.get(pk=town.mei.pk)


def test_a_new_password_ends_every_other_session_and_is_written_down(mei: User) -> None:
    here, elsewhere = signed_in(mei), signed_in(mei)
    assert changed(here) == 302
    assert "密码已修改" in page(here, "/")
    assert elsewhere.get("/").status_code == 302
    assert User.objects.get(pk=mei.pk).check_password(NEW)
    assert list(LogEntry.objects.values_list("user", "object_id")) == [(mei.pk, str(mei.pk))]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"present": "猜一猜猜一猜猜一猜"}, "这不是您现在的密码"),
        ({"new": OLD}, "与现在的密码相同"),
        ({"new": "短"}, "12"),
        ({"again": "别的密码别的密码别的密码"}, "两次输入的新密码不一致"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_changes(mei: User, told: dict[str, str], sentence: str) -> None:
    client = signed_in(mei)
    response = client.post("/password/", {"present": OLD, "new": NEW, "again": told.get("new", NEW), **told})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert NEW not in response.content.decode()
    assert User.objects.get(pk=mei.pk).check_password(OLD)
    assert not LogEntry.objects.exists()


def test_guessing_the_present_password_is_stopped(mei: User) -> None:
    client = signed_in(mei)
    for _try in range(FAILURES):
        changed(client, present="猜一猜猜一猜猜一猜")
    assert changed(client) == 422
    assert User.objects.get(pk=mei.pk).check_password(OLD)


def test_a_password_given_by_another_opens_nothing_before_it_is_changed(mei: User, town: Town) -> None:
    User.objects.filter(pk=mei.pk).update(must_change=True)
    client = signed_in(mei)
    for place in ("/", "/matters/", "/new/"):
        assert client.get(place).headers["Location"] == "/password/"
    assert client.get("/", headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/password/"
    assert "别人给您的" in page(client, "/password/")
    assert changed(client) == 302
    assert client.get("/").status_code == 200


def test_the_office_too_waits_for_a_password_of_ones_own(town: Town) -> None:
    User.objects.filter(pk=town.fang.pk).update(must_change=True)
    client = Client()
    client.force_login(town.fang)
    assert client.get(office("index"), follow=True).redirect_chain[-1][0] == "/password/"
    User.objects.filter(pk=town.fang.pk).update(must_change=False)
    assert client.get(office("index")).status_code == 200
