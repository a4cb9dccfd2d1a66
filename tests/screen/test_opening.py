"""A token opens one picture of one unit, for its time and from its network; everything else gets one plain answer."""

import logging
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from linli.doors.counter.discreet import Discreet
from linli.doors.screen import tokens
from linli.doors.screen.models import Token
from linli.doors.screen.views import MOST
from linli.ground.token import lies_in
from linli.policy.present import present
from tests.screen.watching import seen, token_of, wall
from tests.town import Town

NOT_OPEN = "此大屏未开放"


def test_the_token_goes_into_a_cookie_of_this_place_and_stands_in_no_address(town: Town) -> None:
    client, token = Client(), token_of(town.street)
    response = client.get(f"/screen/{token}/")
    cookie = response.cookies["linli_screen"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/screen/", True, "Lax")
    assert response.headers["Cache-Control"] == "no-store"
    html = seen(client)
    assert town.street.label in html
    assert token not in html


def test_only_a_keyed_digest_is_kept(town: Town) -> None:
    token = token_of(town.street)
    row = Token.objects.get()
    assert len(row.digest) == 64
    assert token not in str(list(Token.objects.values_list()))


def test_whatever_is_wrong_with_a_token_the_answer_is_the_same(town: Town) -> None:
    at = present()
    ended = token_of(town.street, at=at - timedelta(days=2))
    elsewhere = token_of(town.street, network="10.1.2.0/24")
    revoked = token_of(town.street)
    tokens.revoke(Token.objects.latest("pk"), at=at)
    answers = {
        (response.status_code, response.content)
        for token in ("nonsense", ended, elsewhere, revoked)
        for response in [Client().get(f"/screen/{token}/")]
    }
    ((status, body),) = answers
    assert status == 404
    assert NOT_OPEN in body.decode()
    assert Client().get("/screen/").content == Client().get("/screen/fresh/").content == body


def test_a_revoked_token_closes_the_screen_that_is_open(town: Town) -> None:
    client = wall(town.street)
    assert client.get("/screen/fresh/").status_code == 200
    call_command("screentoken", revoke=Token.objects.get().pk)
    assert client.get("/screen/fresh/").status_code == 404
    assert NOT_OPEN in client.get("/screen/").content.decode()


def test_the_token_opens_nothing_else(town: Town) -> None:
    client = wall(town.county)
    assert [client.get(place).status_code for place in ("/", "/matters/", "/board/", "/office/")] == [302] * 4


@pytest.mark.parametrize(
    ("address", "network", "fits"),
    [
        ("10.1.2.3", "", True),
        ("10.1.2.3", "10.1.2.0/24", True),
        ("::ffff:10.1.2.3", "10.1.2.0/24", True),
        ("10.1.3.3", "10.1.2.0/24", False),
        ("2001:db8::1", "10.1.2.0/24", False),
        ("2001:db8::1", "2001:db8::/32", True),
        ("", "10.1.2.0/24", False),
    ],
)
def test_an_address_lies_in_a_network_or_not(address: str, network: str, fits: bool) -> None:
    assert lies_in(address, network) == fits


def test_a_screen_gone_wild_is_slowed_down(town: Town) -> None:
    client = wall(town.street)
    statuses = [client.get("/screen/fresh/").status_code for _time in range(2 * MOST + 2)]
    assert (statuses[0], statuses[-1]) == (200, 429)


def test_no_log_line_holds_a_token() -> None:
    record = logging.LogRecord("x", 40, "x", 1, "Internal Server Error: /screen/%s/", ("AbC-d_9",), None)
    assert Discreet("{message}", style="{").format(record) == "Internal Server Error: /screen/…/"


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "which unit"),
        ({"unit": "99"}, "no unit “99”"),
        ({"unit": "3601", "days": 0}, "good for 1 to"),
        ({"unit": "3601", "address": "10.1.2.300"}, "no address and no network"),
        ({"revoke": 77}, "no token 77"),
    ],
)
@override("en")
def test_the_command_says_what_is_wrong(town: Town, told: dict[str, object], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        call_command("screentoken", **told)
    assert not Token.objects.exists()


@override("en")
def test_the_command_tells_the_address_once_and_lists_what_there_is(
    town: Town, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("screentoken", unit="3601", address="127.0.0.1")
    place = capsys.readouterr().out.splitlines()[-1]
    assert place.startswith("http://127.0.0.1:8000/screen/")
    assert Client().get(urlsplit(place).path).status_code == 302
    call_command("screentoken", list=True)
    listed = capsys.readouterr().out
    assert all(words in listed for words in ("3601", "柳树街道", "only from 127.0.0.1/32"))
    assert place.split("/")[4] not in listed
