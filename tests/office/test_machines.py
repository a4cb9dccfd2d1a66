"""Tokens of other systems in the office: told once, kept as a digest, revoked for good, for posts of the desk only."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from linli.machines import tokens
from linli.machines.models import Token
from linli.policy.present import present
from linli.staff.models import Post
from tests.office.visiting import administrator, page, said, text
from tests.town import Town

pytestmark = pytest.mark.django_db


def told(post: Post, **more: object) -> dict[str, object]:
    return {"title": "城管平台", "post": post.pk, "days": 30, "network": "10.1.2.9/24", **more}


def test_a_token_is_shown_once_and_only_its_digest_is_kept(town: Town) -> None:
    client, post = administrator(), town.mei.posts.get()
    assert client.post(page("machines_token_add"), told(post)).status_code == 302
    row = Token.objects.get()
    listing = said(client, page("machines_token_changelist"))
    token = next(word for word in listing.replace("：", " ").replace("。", " ").split() if len(word) == 32)
    assert tokens.digest_of(token) == row.digest
    assert (row.network, row.made_by is not None, row.until_at - row.made_at) == ("10.1.2.0/24", True, timedelta(30))
    assert token not in text(client.get(page("machines_token_change", row.pk)))
    assert token not in str(Token.objects.values().get())


def test_a_revoked_token_stays_in_the_list_and_opens_nothing(town: Town) -> None:
    client = administrator()
    row, token = tokens.make(town.mei.posts.get(), title="平台", at=present())
    assert tokens.find(token, at=present(), address="") == row
    client.post(page("machines_token_change", row.pk), {"revoke": "on"})
    assert tokens.find(token, at=present(), address="") is None
    assert Token.objects.get().revoked_by is not None
    assert client.get(page("machines_token_delete", row.pk)).status_code == 403


@pytest.mark.parametrize(("change", "says"), [({"network": "zzz"}, "网段"), ({"days": 0}, "1")])
def test_what_cannot_hold_is_said_at_the_form(change: dict[str, object], says: str, town: Town) -> None:
    response = administrator().post(page("machines_token_add"), told(town.mei.posts.get(), **change))
    assert response.status_code == 200
    assert says in text(response)
    assert not Token.objects.exists()


@override("en")
def test_no_system_acts_from_the_post_of_an_administrator(town: Town) -> None:
    assert administrator().post(page("machines_token_add"), told(town.fang.posts.get())).status_code == 200
    with pytest.raises(CommandError, match="holds no such post"):
        call_command("apitoken", user="fang", title="平台")
    assert not Token.objects.exists()


def test_the_command_makes_lists_and_revokes(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("apitoken", user="mei", title="平台", days=1)
    token = capsys.readouterr().out.split()[-1]
    row = tokens.find(token, at=present(), address="")
    assert row is not None
    call_command("apitoken", list=True)
    assert "平台" in capsys.readouterr().out
    call_command("apitoken", revoke=row.pk)
    assert tokens.find(token, at=present(), address="") is None
    with pytest.raises(CommandError, match="--list"):
        call_command("apitoken", revoke=row.pk)


def test_the_log_tells_what_the_office_made_and_the_command_speaks_for_itself(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    call_command("apitoken", user="mei", title="平台", days=1)
    call_command("apitoken", revoke=Token.objects.get().pk)
    by_command = list(caplog.messages)
    row, _token = tokens.make(town.mei.posts.get(), title="平台", at=present(), by=town.fang)
    assert by_command == []
    assert caplog.messages == [f"token {row.pk} made for post {row.post_id} by fang"]


def test_ones_own_needs_no_further_word(town: Town) -> None:
    row, token = tokens.make(town.mei.posts.get(), title="平台", at=present(), by=town.mei)
    assert tokens.find(token, at=present(), address="") == row
