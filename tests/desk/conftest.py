"""What the desk's tests share: somebody signed in, and the words of a page."""

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from linli.matters.models import Matter
from linli.policy.models import Centre
from linli.staff.models import User
from tests.pebble.commands import carry, warn
from tests.town import MONDAY, TUESDAY, Town, pebble, said

Desk = Callable[[User], Client]
ABOVE = 6
"""Lines above the rows of a list that leaves without anybody else: name, who, filter, rows, keep it, headings."""


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


def took(client: Client, **told: str) -> Any:
    return client.post("/exports/new/", {"form": "csv", **told})


def table(response: Any) -> list[list[str]]:
    assert response.status_code == 200
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


@pytest.fixture
def five(town: Town) -> list[str]:
    """Five pebbles of North, one of them red and one whose title looks like a formula."""
    matters = [
        pebble(town, at=MONDAY + timedelta(minutes=place), title=f"{'=' * (place == 3)}第{place}颗")
        for place in range(5)
    ]
    said(warn, matters[2], by=town.mei, at=TUESDAY)
    said(carry, matters[1], by=town.he, at=TUESDAY)
    return [matter.number for matter in matters]


@pytest.fixture
def strict(town: Town) -> None:
    """A centre where four rows leave alone."""
    Centre.objects.create(name="云棠县综治中心", exports_alone=4)
