"""Which language and which light a page is shown in: a cookie each, Chinese and the system's light by default."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

THEMES = ("system", "light", "dark")
THEME_COOKIE = "linli_theme"
YEAR = 365 * 24 * 3600


class LanguageMiddleware:
    """Chinese unless the cookie says otherwise: the browser's own wish is often that of the PC's installer."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = known_language(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
        with translation.override(language):
            response = self.respond(request)
        response.headers.setdefault("Content-Language", language)
        return response


def known_language(code: str) -> str:
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def theme_of(request: HttpRequest) -> str:
    theme = request.COOKIES.get(THEME_COOKIE, "")
    return theme if theme in THEMES else THEMES[0]


def remember_language(response: HttpResponse, code: str) -> HttpResponse:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, known_language(code), max_age=YEAR, samesite="Lax", httponly=True
    )
    return response


def remember_theme(response: HttpResponse, theme: str) -> HttpResponse:
    response.set_cookie(
        THEME_COOKIE, theme if theme in THEMES else THEMES[0], max_age=YEAR, samesite="Lax", httponly=True
    )
    return response
