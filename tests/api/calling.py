"""Another system as tests let it call: with the token of somebody's one post."""

from typing import Any

from django.test import Client

from linli.machines import tokens
from linli.matters.models import Matter
from linli.policy.present import present
from linli.staff.models import User
from tests.town import Town, facts_of, pebble

MATTERS = "/api/v1/matters"


def machine(user: User, *, language: str = "zh", **more: Any) -> Client:
    text = tokens.make(user.posts.get(), title="平台", at=present(), **more)[1]
    return Client(headers={"authorization": f"Bearer {text}", "accept-language": language})


def said(client: Client, number: str, verb: str, *, version: int, key: str = "", **told: Any) -> Any:
    """A step said to a matter."""
    headers = {"idempotency-key": key} if key else {}
    place = f"{MATTERS}/{number}/{verb}"
    return client.post(place, {"version": version, "told": told}, content_type="application/json", headers=headers)


def opened(client: Client, kind: str = "pebble", *, key: str = "", **told: Any) -> Any:
    headers = {"idempotency-key": key} if key else {}
    return client.post(f"/api/v1/{kind}", {"told": told}, content_type="application/json", headers=headers)


def problem(response: Any, *, status: int) -> str:
    """The last word of the type of a problem, which must be in its shape."""
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    told = response.json()
    assert {"type", "title", "status", "detail"} <= set(told)
    assert told["status"] == status
    return str(told["type"]).removeprefix("urn:linli:problem:")


def stone(town: Town) -> Matter:
    """A pebble found just now."""
    return pebble(town, at=present())


def steps_of(matter: Matter) -> list[str]:
    """What was said to it, without the colours it turned."""
    return [fact for fact in facts_of(matter) if fact != "Turned"]
