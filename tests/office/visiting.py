"""Visits to the office: who comes in, and what its pages say."""

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from linli.place.models import Unit
from linli.place.tree import graft
from linli.staff.hiring import appoint, hire

LONG_AGO = date(2020, 1, 1)


def county() -> Unit:
    return graft(Unit(code="1", name="云河县", name_en="Yunhe County", kind="county"), under=None)


def street(code: str = "11") -> Unit:
    return graft(Unit(code=code, name="柳树街道", kind="street"), under=Unit.objects.get(code="1"))


def signed_in(role: str, *, unit: Unit) -> Client:
    user = hire(role, name=role, password="willow-tree-12")
    appoint(user, unit=unit, role=role, from_on=LONG_AGO)
    client = Client(headers={"accept-language": "zh-hans"})
    client.force_login(user)
    return client


def administrator() -> Client:
    return signed_in("administrator", unit=county())


def page(name: str, *arguments: object) -> str:
    return reverse(f"admin:{name}", args=arguments)


def text(response: Any) -> str:
    return str(response.content.decode())


def said(client: Client, url: str) -> str:
    """The message the next page shows."""
    response = client.get(url, follow=True)
    assert response.status_code == 200
    return " ".join(str(message) for message in response.context["messages"])
