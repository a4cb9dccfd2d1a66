"""Users in the office are made with a password, barred, and found as one types."""

import pytest

from linli.staff.models import User
from tests.office.visiting import administrator, page

pytestmark = pytest.mark.django_db


def test_a_user_is_made_with_a_password_and_can_be_barred() -> None:
    client = administrator()
    told = {"username": "mei", "name": "梅", "language": "zh-hans", "usable_password": "true"}
    words = {"password1": "willow-tree-12", "password2": "willow-tree-12"}
    assert client.post(page("staff_user_add"), {**told, **words}).status_code == 302
    mei = User.objects.get(username="mei")
    assert mei.check_password("willow-tree-12")
    assert client.get(page("staff_user_change", mei.pk)).status_code == 200
    assert client.get(page("auth_user_password_change", mei.pk)).status_code == 200
    told = {"username": "mei", "name": "梅", "language": "en"}
    assert client.post(page("staff_user_change", mei.pk), told).status_code == 302
    mei.refresh_from_db()
    assert not mei.is_active


def test_units_and_users_are_found_as_one_types() -> None:
    client = administrator()
    asked = {"app_label": "staff", "model_name": "post", "field_name": "unit", "term": "云河"}
    found = client.get(page("autocomplete"), asked).json()["results"]
    assert [row["text"] for row in found] == ["云河县"]


def test_a_password_given_in_the_office_is_good_for_the_first_sign_in_only() -> None:
    client = administrator()
    told = {"username": "mei", "name": "梅", "language": "zh-hans", "usable_password": "true"}
    client.post(page("staff_user_add"), {**told, "password1": "willow-tree-12", "password2": "willow-tree-12"})
    assert User.objects.get(username="mei").must_change
    User.objects.update(must_change=False)
    mei = User.objects.get(username="mei")
    client.post(page("staff_user_change", mei.pk), {"username": "mei", "name": "梅兰", "language": "en"})
    assert not User.objects.get(pk=mei.pk).must_change
    words = {"password1": "willow-bridge-13", "password2": "willow-bridge-13", "usable_password": "true"}
    assert client.post(page("auth_user_password_change", mei.pk), words).status_code == 302
    assert User.objects.get(pk=mei.pk).must_change


def test_an_administrators_own_password_is_changed_at_the_desk() -> None:
    client = administrator()
    own = User.objects.get(username="administrator")
    assert client.get(page("auth_user_password_change", own.pk)).headers["Location"] == "/password/"
    assert client.get(page("password_change")).headers["Location"] == "/password/"
