"""The counter's gate: anybody may come; one moment for the whole request, and nothing of it stays anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils import translation

from linli.doors.counter.drafts import thumb
from linli.doors.counter.lanes import address_of
from linli.doors.counter.look import LIGHTS, Look, look_of
from linli.policy.centre import the_centre
from linli.policy.present import pace, present

P = ParamSpec("P")
OURS = ("", "same-origin", "none")
"""Where a browser says that a post came from: the page itself, or somebody's own hand; old ones say nothing."""
HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


@dataclass(frozen=True)
class Caller:
    """One request of somebody whom nobody knows."""

    request: HttpRequest
    at: datetime
    address: str
    look: Look

    @property
    def posted(self) -> bool:
        return self.request.method == "POST"

    @property
    def from_elsewhere(self) -> bool:
        """Whether the page of another site sent it."""
        return self.request.headers.get("Sec-Fetch-Site", "") not in OURS

    @property
    def id(self) -> str:
        return str(self.request.META.get("X-Request-ID", ""))


View = Callable[Concatenate[Caller, P], HttpResponse]


def open_to_all(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """No sign-in, no session, so no token against forged forms either: no cookie here gives anybody a right."""

    def welcomed(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
        caller = Caller(request=request, at=present(), address=address_of(request), look=look_of(request))
        response = view(caller, *args, **named)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    welcomed.csrf_exempt = True  # type: ignore[attr-defined]
    return wraps(view)(welcomed)


def page(caller: Caller, template: str, *, status: int = 200, look: Look | None = None, **values: Any) -> HttpResponse:
    """A whole page, in another look than the cookies say where asked."""
    look, centre = look or caller.look, the_centre()
    with translation.override(look.language):
        frame = {
            "centre": centre,
            "centre_name": centre.label,
            "look": look,
            "lights": LIGHTS,
            "thumb": thumb,
            "pace": pace(),
            "present": caller.at,
            "here": "" if caller.posted else caller.request.get_full_path(),
            "request_id": caller.id,
        }
        html = engines["jinja2"].get_template(template).render({**frame, **values}, caller.request)
    return HttpResponse(html, status=status, headers={"Content-Language": look.language})
