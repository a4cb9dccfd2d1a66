"""The screen and what is fetched anew of it: for whoever holds a token, who sees one unit and can do nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.template import engines
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET

from linli.doors.screen.look import LIGHTS, PLACE, Look, look_of, remember
from linli.doors.screen.models import Token
from linli.doors.screen.picture import picture
from linli.doors.screen.tokens import find
from linli.ground.text import msg
from linli.matters.shown import day
from linli.place.models import Unit
from linli.policy.centre import the_centre
from linli.policy.present import pace, present

COOKIE = "linli_screen"
EVERY = 15
"""Seconds after which the screen asks again."""
MOST = 60
"""How often one token may be used within a minute: some screens, each some times."""
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
NOT_OPEN = msg("This screen is not open.")
ASK_AGAIN = msg("Its address is not right, has expired or holds only elsewhere. Ask the administrator for a new one.")
TOO_OFTEN = msg("This screen was asked for too often. It goes on by itself within a minute.")


@dataclass(frozen=True)
class Watch:
    """One look at the screen by whoever stands before it."""

    request: HttpRequest
    unit: Unit
    at: datetime
    look: Look


View = Callable[[Watch], HttpResponse]


def watched(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Only with the token that the browser keeps for this one place."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        look, at = look_of(request), present()
        token = find(request.COOKIES.get(COOKIE, ""), at=at, address=_address(request))
        if token is None:
            return plain(look, 404, NOT_OPEN, ASK_AGAIN)
        if _too_often(token):
            return plain(look, 429, NOT_OPEN, TOO_OFTEN)
        return private(remember(view(Watch(request, token.unit, at, look)), look))

    return require_GET(shown)


@watched
def screen(watch: Watch) -> HttpResponse:
    """The whole page; its script asks for the picture again and again."""
    found = picture(watch.unit, at=watch.at, language=watch.look.language)
    return page(watch.look, "screen/screen.html", unit=watch.unit, picture=found, at=watch.at, every=EVERY)


@watched
def fresh(watch: Watch) -> HttpResponse:
    """Only the picture, and not even that where the screen has it already; always the time of the data."""
    found = picture(watch.unit, at=watch.at, language=watch.look.language)
    known = watch.request.headers.get("If-None-Match", "") == found.etag
    response = HttpResponseNotModified() if known else HttpResponse(found.body)
    response.headers["ETag"] = found.etag
    response.headers["X-Data-Time"] = data_time(watch.at)
    return response


@require_GET
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """The token goes from the address into a cookie of this place, so that it stands on no wall and in no log."""
    look, at = look_of(request), present()
    known = find(token, at=at, address=_address(request))
    if known is None:
        return plain(look, 404, NOT_OPEN, ASK_AGAIN)
    response = HttpResponseRedirect(reverse("screen"))
    age, safe = int((known.until_at - at).total_seconds()), settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, token, max_age=age, path=PLACE, samesite="Lax", httponly=True, secure=safe)
    return private(remember(response, look))


def plain(look: Look, status: int, title: str, said: str) -> HttpResponse:
    """One answer whatever is wrong with the token."""
    response = page(look, "screen/closed.html", title=title, said=said)
    response.status_code = status
    return private(response)


def page(look: Look, template: str, **told: Any) -> HttpResponse:
    centre = the_centre()
    with translation.override(look.language):
        frame = {
            "look": look,
            "other": next(light for light in LIGHTS if light != look.light),
            "centre": centre,
            "centre_name": centre.label,
            "pace": pace(),
            "data_time": data_time,
            "day": day,
        }
        html = engines["jinja2"].get_template(template).render({**frame, **told})
    return HttpResponse(html, headers={"Content-Language": look.language})


def private(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def data_time(at: datetime) -> str:
    """Up to when the data are told: 2026-11-23 14:05:30."""
    return f"{localtime(at):%Y-%m-%d %H:%M:%S}"


def _too_often(token: Token) -> bool:
    """Counted in the memory of each process: a screen gone wild is slowed down, nothing more."""
    name = f"screen-{token.digest}-{timezone.now():%H%M}"
    cache.add(name, 0, 120)
    try:
        return cache.incr(name) > MOST
    except ValueError:  # dropped in between, where the memory was full
        return False


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
