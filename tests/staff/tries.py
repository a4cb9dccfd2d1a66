"""Tries to sign in, and what comes of them."""

from datetime import UTC, datetime, timedelta

from django.utils import translation

from linli.staff.hiring import hire
from linli.staff.models import User
from linli.staff.signing import Refused, sign_in

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
