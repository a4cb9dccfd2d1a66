"""Signatures are those that the receivers' own documents show."""

import base64
import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

import pytest

from linli.notices.signing import (
    dingtalk_address,
    feishu_signature,
    make_webhook_secret,
    webhook_key,
    webhook_signature,
)

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def test_a_webhook_is_signed_as_the_standard_shows() -> None:
    found = webhook_signature(
        SECRET, key="msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp=1614265330, payload=b'{"test": 2432232314}'
    )
    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_any_change_of_what_is_signed_changes_the_signature() -> None:
    told = {"key": "a", "timestamp": 1, "payload": b"x"}
    first = webhook_signature(SECRET, key="a", timestamp=1, payload=b"x")
    for change in ({"key": "b"}, {"timestamp": 2}, {"payload": b"y"}):
        assert webhook_signature(SECRET, **{**told, **change}) != first  # type: ignore[arg-type]


@pytest.mark.parametrize("secret", ["", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_!!!", "whsec_c2hvcnQ="])
def test_what_is_no_webhook_secret_is_refused(secret: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 base64 and we say it in different words
        webhook_key(secret)


def test_a_secret_made_here_can_sign() -> None:
    assert len(webhook_key(make_webhook_secret())) == 32
    assert make_webhook_secret() != make_webhook_secret()


def test_dingtalk_signs_moment_and_secret_in_the_address() -> None:
    asked = parse_qs(urlsplit(dingtalk_address("https://x/send?access_token=t", secret="SEC1", millis=1234)).query)
    wanted = base64.b64encode(hmac.new(b"SEC1", b"1234\nSEC1", hashlib.sha256).digest()).decode()
    assert asked == {"access_token": ["t"], "timestamp": ["1234"], "sign": [wanted]}
    assert dingtalk_address("https://x/send?access_token=t", secret="", millis=1) == "https://x/send?access_token=t"


def test_feishu_signs_nothing_by_moment_and_secret() -> None:
    wanted = base64.b64encode(hmac.new(b"1599360473\nabc", b"", hashlib.sha256).digest()).decode()
    assert feishu_signature("abc", seconds=1599360473) == wanted
