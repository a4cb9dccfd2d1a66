"""Each channel against a receiver that takes the message, and against one that misbehaves in every way we know."""

import json
import time
from datetime import timedelta

import msgspec
import pytest

from linli.notices.calling import BROKEN, LATE
from linli.notices.channels import SENDERS
from linli.notices.channels.message import ANSWERED, REDIRECTED, UNCLEAR, Message, Outcome
from linli.notices.signing import make_webhook_secret, webhook_signature
from tests.notices.receiver import Behaviour, Receiver, closes_half_way, drips, hangs, receiving, says
from tests.town import MONDAY, PHONE

BOTS = ("wecom", "dingtalk", "feishu")
BY_HTTP = (*BOTS, "sms", "webhook")
SECRET = make_webhook_secret()


def sent(sort: str, receiver: Receiver, **more: object) -> Outcome:
    told = {
        "address": receiver.url,
        "secret": SECRET,
        "key": "notice_1",
        "text": "石子“1”\n换行",
        "at": MONDAY,
        "internal": True,
        "seconds": 0.5,
        "number": PHONE,
        "headers": "Content-Type: application/json\nX-Key: {secret}",
        "body": '{"to":"{to}","text":"{text}","id":"{key}"}',
        "told": {"number": "PEBBLE-1", "link": "http://x/m/PEBBLE-1/"},
    }
    return SENDERS[sort](Message(**{**told, **more}))  # type: ignore[arg-type]


@pytest.mark.parametrize("sort", BY_HTTP)
def test_a_notice_that_is_taken_carries_its_key(sort: str) -> None:
    with receiving() as receiver:
        assert sent(sort, receiver).took
        assert [got.key for got in receiver.got] == ["notice_1"]


@pytest.mark.parametrize("sort", BY_HTTP)
@pytest.mark.parametrize(
    ("behaviour", "reason", "refused"),
    [
        (says(500), ANSWERED, False),
        (says(503, Retry_After="7"), ANSWERED, False),
        (says(429), ANSWERED, False),
        (says(404), ANSWERED, True),
        (says(302, Location="http://127.0.0.1:1/"), REDIRECTED, True),
        (closes_half_way, BROKEN, False),
        (says(200, "x" * 70_000), BROKEN, False),
        (hangs(2), LATE, False),
        (drips(2), LATE, False),
    ],
    ids=["500", "503", "429", "404", "redirect", "cut off", "too long", "hangs", "drips"],
)
def test_what_goes_wrong_is_told_in_time(sort: str, behaviour: Behaviour, reason: str, refused: bool) -> None:
    with receiving(behaviour) as receiver:
        began = time.monotonic()
        outcome = sent(sort, receiver)
        assert time.monotonic() - began < 1.5
        assert (outcome.took, outcome.reason, outcome.refused) == (False, reason, refused)
        assert len(receiver.got) == 1


@pytest.mark.parametrize("sort", BOTS)
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('{"errcode":93000,"code":19021}', ANSWERED),
        ("", UNCLEAR),
        ("<html>", UNCLEAR),
        ("[]", UNCLEAR),
        ("{}", UNCLEAR),
    ],
)
def test_a_bot_that_answers_200_may_still_say_no(sort: str, body: str, reason: str) -> None:
    with receiving(says(200, body)) as receiver:
        outcome = sent(sort, receiver)
        assert (outcome.took, outcome.reason) == (False, reason)
    assert outcome.detail in ("93000", "19021", "200")


def test_bots_sign_what_they_send() -> None:
    with receiving() as receiver:
        for sort in BOTS:
            assert sent(sort, receiver, secret="SEC").took
        wecom, dingtalk, feishu = receiver.got
    assert json.loads(wecom.body)["text"]["content"] == "石子“1”\n换行"
    assert f"timestamp={int(MONDAY.timestamp() * 1000)}&sign=" in dingtalk.path
    assert json.loads(feishu.body)["timestamp"] == str(int(MONDAY.timestamp()))
    assert json.loads(feishu.body)["sign"]


def test_a_webhook_can_be_checked_by_its_receiver() -> None:
    with receiving() as receiver:
        assert sent("webhook", receiver).took
        (got,) = receiver.got
    timestamp = int(got.headers["webhook-timestamp"])
    wanted = webhook_signature(SECRET, key=got.headers["webhook-id"], timestamp=timestamp, payload=got.body)
    assert got.headers["webhook-signature"] == wanted
    assert msgspec.json.decode(got.body)["data"]["number"] == "PEBBLE-1"


def test_an_sms_stands_in_the_body_as_its_type_wants_it() -> None:
    with receiving() as receiver:
        assert sent("sms", receiver).took
        form = {"headers": "Content-Type: application/x-www-form-urlencoded", "body": "m={to}&t={text}&k={key}"}
        assert sent("sms", receiver, text="甲&to=1{to}", **form).took
        as_json, as_form = receiver.got
    assert json.loads(as_json.body) == {"to": PHONE, "text": "石子“1”\n换行", "id": "notice_1"}
    assert as_json.headers["x-key"] == SECRET
    assert as_form.body == b"m=13800000013&t=%E7%94%B2%26to%3D1%7Bto%7D&k=notice_1"


def test_a_gateway_that_must_prove_that_it_took_the_sms() -> None:
    with receiving(says(200, '{"code":1}'), says(200, '{"code":0}')) as receiver:
        assert sent("sms", receiver, proof='"code":0').reason == UNCLEAR
        assert sent("sms", receiver, proof='"code":0').took


@pytest.mark.parametrize("number", ["138 0000 0013", "+86 138-0000-0013", "8613800000013"])
def test_a_mobile_number_is_dialled_however_it_was_written(number: str) -> None:
    with receiving() as receiver:
        assert sent("sms", receiver, number=number).took
        assert json.loads(receiver.got[0].body)["to"] == PHONE


@pytest.mark.parametrize("more", [{"number": "0791-8888888"}, {"headers": "Host: x"}, {"headers": "X: {secret}\r: y"}])
def test_an_sms_that_cannot_be_sent_is_refused_and_nothing_leaves_the_house(more: dict[str, str]) -> None:
    with receiving() as receiver:
        outcome = sent("sms", receiver, **more)
        assert outcome.refused
        assert receiver.got == []


def test_a_machine_that_is_not_there_is_tried_again_later() -> None:
    with receiving() as receiver:
        pass
    outcome = sent("wecom", receiver)
    assert (outcome.took, outcome.refused) == (False, False)


def test_asked_to_wait_is_handed_on() -> None:
    with receiving(says(503, Retry_After=str(int(timedelta(hours=1).total_seconds())))) as receiver:
        assert sent("webhook", receiver).retry_after == "3600"
