"""Following a matter by its code. A code that is wrong, mistyped or nobody's is answered alike, with the same work."""

from collections.abc import Callable
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.counter import lanes
from linli.doors.counter.answering import Answer, answers
from linli.doors.counter.caller import Caller, open_to_all, page
from linli.doors.counter.course import Course, course_of
from linli.ground.text import msg
from linli.matters.following import code_of, find_followed
from linli.matters.shown import clock

WRONG = msg("This code opens nothing. Please compare it sign by sign with the one you were given.")
WAIT = msg("Too many wrong codes came from here. Please try again from {time}, or call.")


@require_http_methods(["GET", "POST"])
@open_to_all
def follow(caller: Caller) -> HttpResponse:
    """Type the code."""
    if not caller.posted:
        return page(caller, "counter/follow.html", typed="", problem="")
    return followed_by(caller, caller.request.POST.get("code", ""), _to_course)


def followed_by(caller: Caller, code: str, show: Callable[[Caller, Course], HttpResponse]) -> HttpResponse:
    """What is shown of the matter of that code; the same refusal for every code that opens nothing."""
    if until := lanes.full_until(lanes.GUESSES, caller.address, at=caller.at):
        return _refused(caller, _(WAIT).format(time=clock(until)), status=429)
    matter = find_followed(code)
    course = course_of(matter) if matter else None
    if course is None:
        lanes.count(lanes.GUESSES, caller.address, at=caller.at)
        return _refused(caller, _(WRONG), status=404)
    return show(caller, course)


@require_GET
@open_to_all
def followed(caller: Caller, code: str) -> HttpResponse:
    return followed_by(caller, code, course_page)


@require_GET
@open_to_all
def kept(caller: Caller, code: str) -> HttpResponse:
    """What was just handed in: its number, and the code to keep."""
    return followed_by(caller, code, _slip)


def course_page(caller: Caller, course: Course, *, sent: Answer | None = None, status: int = 200) -> HttpResponse:
    """The course of the matter, with what may be answered now; in the midst of it what was just sent."""
    said = next((one for one in course.kind.commands if one.name == caller.request.GET.get("said")), None)
    offered = list(answers(course, at=caller.at, sent=sent))
    return page(
        caller,
        "counter/followed.html",
        status=status,
        course=course,
        code=code_of(course.matter.number),
        said=said if said and said.public else None,
        answers=offered,
        refused=sent.problems if sent and sent not in offered else (),
    )


def _slip(caller: Caller, course: Course) -> HttpResponse:
    code = code_of(course.matter.number)
    address = _origin(caller) + reverse("followed", args=(code,))
    picture = segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=3, light="#fff", dark="#000")
    before = "before" in caller.request.GET
    return page(caller, "counter/kept.html", course=course, code=code, picture=picture, before=before, address=address)


def _origin(caller: Caller) -> str:
    """As the owner says that it is found from outside: what the proxy does not tell would send the code unencrypted."""
    host, known = caller.request.get_host(), settings.CONFIGURATION.trusted_origins
    told = next((one.rstrip("/") for one in known if urlsplit(one).netloc == host), "")
    return told or f"{caller.request.scheme}://{host}"


def _to_course(caller: Caller, course: Course) -> HttpResponse:
    return HttpResponseRedirect(reverse("followed", args=(code_of(course.matter.number),)), status=303)


def _refused(caller: Caller, problem: str, *, status: int) -> HttpResponse:
    """Never with the code: what was mistyped may be somebody else's."""
    return page(caller, "counter/follow.html", status=status, problem=problem, here=reverse("follow"))
