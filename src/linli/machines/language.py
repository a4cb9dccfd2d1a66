"""In which language a machine is answered: as its Accept-Language asks, Chinese where it asks for nothing known."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}


def language_of(request: HttpRequest) -> str:
    """Any Chinese is the office's own, any English the other."""
    known = {code.partition("-")[0]: code for code, _word in reversed(settings.LANGUAGES)}
    wishes = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200])
    asked = (known.get(code.partition("-")[0]) for code, weight in wishes if weight)
    return next((code for code in asked if code), settings.LANGUAGE_CODE)


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The whole request in that language; no cookie here gives anybody a right, so none is asked against forgery."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        language = language_of(request)
        with translation.override(language):
            response = view(request, *args, **named)
        response.headers["Content-Language"] = language
        patch_vary_headers(response, ("Accept-Language", "Authorization"))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]
    return answered
