"""Other systems act from a post only after its holder said so, who may end it at any time."""

import pytest

from linli.machines import tokens
from linli.machines.models import Token
from linli.policy.present import present
from linli.staff.models import Post
from tests.desk.conftest import Desk
from tests.desk.conftest import page as seen
from tests.office.visiting import administrator, page, said
from tests.town import Town

pytestmark = pytest.mark.django_db
WAITS = "等待您同意"


def test_what_the_office_makes_for_another_opens_nothing_until_they_agree(town: Town, desk: Desk) -> None:
    office, mei, wang = administrator(), desk(town.mei), desk(town.wang)
    told = {"title": "城管平台", "post": town.mei.posts.get().pk, "days": 30, "network": ""}
    office.post(page("machines_token_add"), told)
    listing = said(office, page("machines_token_changelist"))
    assert town.mei.name in listing
    token = next(word for word in listing.replace("：", " ").replace("。", " ").split() if len(word) == 32)
    row = Token.objects.get()
    assert tokens.find(token, at=present(), address="") is None
    assert WAITS in seen(mei, "/")
    assert WAITS not in seen(wang, "/")
    assert wang.post(f"/systems/{row.pk}/", {"do": "agree"}).status_code == 404
    assert tokens.find(token, at=present(), address="") is None
    assert "城管平台" in seen(mei, "/systems/")
    assert "城管平台" not in seen(wang, "/systems/")
    mei.post(f"/systems/{row.pk}/", {"do": "agree"})
    assert tokens.find(token, at=present(), address="") == row
    assert WAITS not in seen(mei, "/")
    mei.post(f"/systems/{row.pk}/", {"do": "nothing"})
    assert tokens.find(token, at=present(), address="") == row
    mei.post(f"/systems/{row.pk}/", {"do": "end"})
    assert tokens.find(token, at=present(), address="") is None
    assert Token.objects.get().revoked_by == town.mei


def test_what_one_agreed_to_does_not_act_for_whoever_has_the_post_instead(town: Town, desk: Desk) -> None:
    row, token = tokens.make(town.mei.posts.get(), title="平台", at=present(), by=town.fang)
    desk(town.mei).post(f"/systems/{row.pk}/", {"do": "agree"})
    assert tokens.find(token, at=present(), address="") == row
    Post.objects.filter(pk=row.post_id).update(user=town.chen)
    assert tokens.find(token, at=present(), address="") is None
    assert WAITS in seen(desk(town.chen), "/")
