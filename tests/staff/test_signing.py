"""Signing in: right and wrong passwords, and the stop after five failures in a quarter of an hour."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from linli.staff.hiring import hire
from linli.staff.models import SignIn, User
from linli.staff.signing import Refused, sign_in

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 1, 4, 0, tzinfo=UTC)
PASSWORD = "willow-tree-12"


def mei() -> User:
    return hire("mei", name="梅", password=PASSWORD)


def outcome(username: str, password: str, *, address: str = "10.0.0.1", after: int = 0) -> str:
    try:
        with translation.override("en"):
            return sign_in(username, password=password, address=address, at=NOON + timedelta(minutes=after)).username
    except Refused as refused:
        return str(refused)


def fail(times: int, *, username: str = "mei", address: str = "10.0.0.1", after: int = 0) -> None:
    for _time in range(times):
        assert "not right" in outcome(username, "wrong", address=address, after=after)


def test_the_right_password_opens_and_the_wrong_one_does_not() -> None:
    mei()
    assert outcome("mei", PASSWORD) == "mei"
    assert outcome("mei", "wrong") == outcome("nobody", PASSWORD) == "The sign-in name or the password is not right."


def test_after_five_failures_the_right_password_is_refused_too() -> None:
    mei()
    fail(4)
    assert outcome("mei", PASSWORD) == "mei"
    fail(5, after=1, address="10.0.0.2")
    assert "Please wait 15 minutes" in outcome("mei", PASSWORD, address="10.0.0.3", after=2)
    assert outcome("mei", PASSWORD, address="10.0.0.3", after=17) == "mei"


def test_five_failures_from_one_address_stop_every_name_from_there_and_nobody_elsewhere() -> None:
    mei()
    for number in range(5):
        fail(1, username=f"guess{number}", address="10.0.0.9")
    assert "Too many failed tries" in outcome("mei", PASSWORD, address="10.0.0.9")
    assert outcome("mei", PASSWORD, address="10.0.0.1") == "mei"


def test_waiting_tries_do_not_prolong_the_wait() -> None:
    mei()
    fail(5)
    for minute in range(1, 10):
        assert "Too many" in outcome("mei", "wrong", after=minute)
    assert outcome("mei", PASSWORD, after=16) == "mei"


def test_somebody_who_left_is_not_let_in() -> None:
    user = mei()
    user.is_active = False
    user.save()
    assert "not right" in outcome("mei", PASSWORD)


def test_no_name_and_no_address_is_kept_readable() -> None:
    outcome("meilan", "wrong", address="10.20.30.40")
    kept = " ".join(str(value) for value in SignIn.objects.values_list().get())
    assert "meilan" not in kept
    assert "10.20" not in kept
