"""How pages look: language, size of type and light, each kept in a cookie and switched without scripts."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

LIGHTS = ("system", "light", "dark")
LIGHT_COOKIE, LARGE_COOKIE = "linli_theme", "linli_large"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Look:
    language: str
    light: str
    large: bool


def look_of(request: HttpRequest) -> Look:
    light = request.COOKIES.get(LIGHT_COOKIE, "")
    return Look(
        language=get_language() or settings.LANGUAGE_CODE,
        light=light if light in LIGHTS else LIGHTS[0],
        large=request.COOKIES.get(LARGE_COOKIE) == "1",
    )


def switched(look: Look, asked: str) -> Look:
    """The look after a button: `language:en`, `light:dark`, `large:1`; anything else changes nothing."""
    what, _colon, value = asked.partition(":")
    if what == "language" and value in dict(settings.LANGUAGES):
        return Look(value, look.light, look.large)
    if what == "light" and value in LIGHTS:
        return Look(look.language, value, look.large)
    return Look(look.language, look.light, value == "1") if what == "large" else look


def remember(response: HttpResponse, look: Look) -> HttpResponse:
    told = {settings.LANGUAGE_COOKIE_NAME: look.language, LIGHT_COOKIE: look.light, LARGE_COOKIE: str(int(look.large))}
    for name, value in told.items():
        response.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=True)
    return response
