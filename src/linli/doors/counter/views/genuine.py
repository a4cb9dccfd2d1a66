"""Whether a paper is genuine. A code that is wrong, mistyped or nobody's is answered alike, with the same work."""

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.counter import lanes
from linli.doors.counter.caller import Caller, open_to_all, page
from linli.doors.counter.views.follow import WAIT
from linli.ground.text import msg
from linli.matters.following import tidied
from linli.matters.genuine import find_genuine
from linli.matters.shown import clock

UNKNOWN = msg(
    "No paper with this code was issued here. Please compare it sign by sign with the one on the paper; if it is the "
    "same, do not rely on the paper and call us."
)


@require_http_methods(["GET", "POST"])
@open_to_all
def check_paper(caller: Caller) -> HttpResponse:
    """Type the code."""
    if not caller.posted:
        return page(caller, "counter/genuine.html", paper=None, problem="")
    return _checked(caller, caller.request.POST.get("code", ""))


@require_GET
@open_to_all
def paper_checked(caller: Caller, code: str) -> HttpResponse:
    return _checked(caller, code)


def _checked(caller: Caller, code: str) -> HttpResponse:
    here = reverse("check-paper")
    if until := lanes.full_until(lanes.GUESSES, caller.address, at=caller.at):
        problem = _(WAIT).format(time=clock(until))
        return page(caller, "counter/genuine.html", status=429, paper=None, problem=problem, here=here)
    paper = find_genuine(code)
    if paper is None:
        lanes.count(lanes.GUESSES, caller.address, at=caller.at)
        return page(caller, "counter/genuine.html", status=404, paper=None, problem=_(UNKNOWN), here=here)
    if caller.posted:
        return HttpResponseRedirect(reverse("paper-checked", args=(tidied(code),)), status=303)
    return page(caller, "counter/genuine.html", paper=paper, problem="")
