"""What the desk's tests share: somebody signed in, and the words of a page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from linli.matters.models import Matter
from linli.staff.models import User

Desk = Callable[[User], Client]


@pytest.fixture
def desk() -> Desk:
    """A browser in which somebody is signed in."""

    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return signed_in


def page(client: Client, url: str, **more: Any) -> str:
    response = client.get(url, **more)
    assert response.status_code == 200, (url, response.status_code)
    return response.content.decode()


def told(client: Client, matter: Matter, verb: str) -> dict[str, str]:
    """The hidden fields of a step's form, as the browser would send them back."""
    html = page(client, f"/m/{matter.number}/{verb}/")
    form = html[html.index("step-form") :]
    return {name: re.search(rf'name="{name}" value="([^"]*)"', form)[1] for name in ("key", "version")}  # type: ignore[index]


def post(client: Client, matter: Matter, verb: str, **fields: Any) -> Any:
    return client.post(f"/m/{matter.number}/{verb}/", {**told(client, matter, verb), **fields})
