"""What is shown when something is not there, not allowed, or went wrong: in plain words, with the request's id."""

import logging

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from linli.doors.desk.jinja import render
from linli.doors.desk.show import plain

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error(request, 400, _("That could not be understood"), _("Go back, reload the page and try again."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    said = str(exception or "") or _("None of your posts opens this page.")
    return error(request, 403, _("Not with your posts"), said)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: an old page, or one from elsewhere."""
    title = _("This page is out of date")
    return error(request, 403, title, _("Go back, reload the page and send the form again. Nothing was recorded."))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same answer whether it does not exist or is not theirs to see."""
    said = _("It does not exist, or it does not belong to your units. Check the number, or look in the list.")
    return error(request, 404, _("Nothing here"), said)


def broken(request: HttpRequest) -> HttpResponse:
    """Must not fail itself: when even the page cannot be made, a line of text is."""
    said = _("Nothing was recorded. Try again; if it happens once more, tell your administrator the number below.")
    try:
        return error(request, 500, _("Something went wrong here"), said)
    except Exception:
        logger.exception("The error page could not be made.")
        return HttpResponse(said, status=500, content_type="text/plain; charset=utf-8")


def error(request: HttpRequest, status: int, title: str, said: str) -> HttpResponse:
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(render("desk/problem.html", {"title": title, "said": said}, request=request), status=status)
    return plain(request, "desk/error.html", status=status, code=status, title=title, said=said)
