"""Showing a page: what every page of the desk needs, and only once per request."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from linli.doors.desk.gate import Visit
from linli.doors.desk.jinja import render
from linli.doors.desk.language import THEMES, theme_of
from linli.doors.desk.models import views_shown
from linli.doors.desk.passage import request_id
from linli.matters.access import Viewer
from linli.matters.kind import kinds
from linli.policy.centre import the_centre
from linli.policy.models import Centre
from linli.policy.present import pace, present
from linli.staff.posts import allows


def show(visit: Visit, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A whole page for somebody signed in."""
    frame = {
        **ground(visit.request, visit.office.centre),
        "visit": visit,
        "at": visit.at,
        "user": visit.who.user,
        "views": values["views"] if "views" in values else views_shown(visit.who),
        "openable": openable(visit.who),
        "notices": [str(message) for message in get_messages(visit.request)],
    }
    return HttpResponse(render(template, {**frame, **values}, request=visit.request), status=status)


def fragment(visit: Visit, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A part of a page, without its frame."""
    return HttpResponse(
        render(template, {"visit": visit, "at": visit.at, **values}, request=visit.request), status=status
    )


def plain(request: HttpRequest, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A page that needs nobody signed in."""
    html = render(template, {**ground(request, the_centre()), "user": None, **values}, request=request)
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})


def ground(request: HttpRequest, centre: Centre) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    return {
        "centre": centre,
        "centre_name": centre.label,
        "language": language,
        "languages": settings.LANGUAGES,
        "theme": theme_of(request),
        "themes": THEMES,
        "request_id": request_id(request),
        "pace": pace(),
        "present": present(),
    }


def openable(who: Viewer) -> list[Any]:
    """The kinds of matter this viewer may open somewhere."""
    return [kind for kind in kinds() if allows(who.posts, kind.opening.act)]
