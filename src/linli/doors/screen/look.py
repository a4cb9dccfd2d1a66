"""How the screen looks: its light and its language, asked for in the address once and remembered on that screen."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

LIGHTS = ("dark", "light")
LOOK, LANGUAGE = "look", "language"
COOKIES = {LOOK: "linli_screen_look", LANGUAGE: "linli_screen_language"}
PLACE = "/screen/"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Look:
    light: str
    language: str


def look_of(request: HttpRequest) -> Look:
    """Dark and Chinese, where nothing else was asked for."""
    return Look(
        light=_known(request, LOOK, LIGHTS),
        language=_known(request, LANGUAGE, (settings.LANGUAGE_CODE, *dict(settings.LANGUAGES))),
    )


def remember(response: HttpResponse, look: Look) -> HttpResponse:
    for name, value in ((LOOK, look.light), (LANGUAGE, look.language)):
        response.set_cookie(COOKIES[name], value, max_age=YEAR, path=PLACE, samesite="Strict", httponly=True)
    return response


def _known(request: HttpRequest, name: str, choices: tuple[str, ...]) -> str:
    told = (request.GET.get(name, ""), request.COOKIES.get(COOKIES[name], ""))
    return next((one for one in told if one in choices), choices[0])
