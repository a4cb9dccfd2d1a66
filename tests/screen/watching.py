"""A screen on a wall, as tests stand before it."""

from datetime import datetime
from html import unescape
from typing import Any

from django.test import Client

from linli.doors.screen import tokens
from linli.place.models import Unit
from linli.policy.present import present


def token_of(unit: Unit, *, at: datetime | None = None, days: int = 1, network: str = "") -> str:
    return tokens.make(unit, at=at or present(), days=days, network=network)[1]


def wall(unit: Unit, **more: Any) -> Client:
    """A browser that was once given the address with the token."""
    client = Client(**more)
    response = client.get(f"/screen/{token_of(unit)}/")
    assert (response.status_code, response.headers["Location"]) == (302, "/screen/")
    return client


def seen(client: Client, place: str = "/screen/") -> str:
    response = client.get(place)
    assert response.status_code == 200, response.status_code
    return unescape(response.content.decode())
