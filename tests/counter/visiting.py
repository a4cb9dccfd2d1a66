"""Somebody at the counter: sends the hidden fields of the page back as a browser would, and works for the challenge."""

import re
from html import unescape
from typing import Any

from django.test import Client

from linli.doors.counter.proof import Challenge, is_solved
from linli.matters.following import code_of
from linli.matters.models import Matter

WHAT = {"title": "桥头的石子", "size": "small"}
REACH = {"finder": "周阿婆", "phone": "13800000013"}
PLACE = "/counter/pebble/"


def hidden(html: str, *, form: str = "filling") -> dict[str, list[str]]:
    """The hidden fields of a form, in order."""
    start = html.index(f'id="{form}"')
    part = html[start : html.index("</form>", start)]
    told: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', part):
        told.setdefault(name, []).append(unescape(value))
    return told


def page(client: Client, place: str, **more: Any) -> str:
    response = client.get(place, **more)
    assert response.status_code == 200, (place, response.status_code)
    return response.content.decode()


def sent(client: Client, html: str, *, go: str = "next", to: str = PLACE, **told: Any) -> Any:
    """The page sent back with what was filled in."""
    return client.post(to, {**hidden(html), "go": go, **told})


def last_page(client: Client, *, what: dict[str, Any] = WHAT, where: dict[str, Any] | None = None) -> str:
    """The third step, with the first two filled in."""
    html = page(client, PLACE)
    for told in (what, where or {}):
        response = sent(client, html, **told)
        assert response.status_code == 200, response.content.decode()
        html = response.content.decode()
    return html


def solved(html: str) -> str:
    """A nonce for the challenge of this page."""
    text = hidden(html)["challenge"][0]
    bits = re.search(r'data-bits="(\d+)"', html)
    assert bits
    asked = Challenge(text, "", int(bits[1]))
    return next(str(nonce) for nonce in range(10_000_000) if is_solved(asked, nonce=str(nonce)))


def handed_in(client: Client, *, what: dict[str, Any] = WHAT, where: dict[str, Any] | None = None) -> Matter:
    """A pebble that came in at the counter."""
    html = last_page(client, what=what, where=where)
    response = sent(client, html, go="send", nonce=solved(html), **REACH)
    assert response.status_code == 303, response.content.decode()
    matter = Matter.objects.latest("pk")
    assert response.headers["Location"] == f"/t/{code_of(matter.number)}/kept/"
    return matter
