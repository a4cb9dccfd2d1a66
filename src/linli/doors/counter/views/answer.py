"""What a resident says to the matter they follow: a rating, an objection, something added. Each once, by the gate."""

from functools import partial

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.doors.counter import lanes
from linli.doors.counter.answering import Answer, saying, told_answer
from linli.doors.counter.caller import Caller, open_to_all
from linli.doors.counter.course import Course, course_of
from linli.doors.counter.handing import add
from linli.doors.counter.pictures import keep_pictures
from linli.doors.counter.views.follow import course_page, followed_by
from linli.ground.text import msg
from linli.matters.commands import Conflict, NotAllowed, Refused, carry_out
from linli.matters.following import code_of
from linli.matters.shown import clock
from linli.matters.supplementing import supplement

MEANWHILE = msg("Something was recorded in the meantime. Please look at it above, and send again if it still holds.")
OVER = msg("This can no longer be answered here. What stands below is what may be said now.")
WAIT = msg("Too much was sent from here within this hour. Please send again from {time}.")


@require_POST
@open_to_all
def answer(caller: Caller, code: str, verb: str) -> HttpResponse:
    return followed_by(caller, code, partial(_answered, verb=verb))


def _answered(caller: Caller, course: Course, *, verb: str) -> HttpResponse:
    command = course.kind.command(verb)
    if command is None or not command.public or command.only_beside:
        return course_page(caller, course, status=404)
    sent = told_answer(course, command, caller.request.POST, at=caller.at)
    sent.drafts, sent.problems = keep_pictures(caller, most=sent.form.photos)
    asked = caller.request.POST.get("go", "")
    if asked.startswith("drop:"):
        sent.drafts = [draft for draft in sent.drafts if asked != f"drop:{draft.stored}"]
        return course_page(caller, course, sent=sent)
    if until := lanes.full_until(lanes.ANSWERS, caller.address, at=caller.at):
        sent.problems.append(_(WAIT).format(time=clock(until)))
        return course_page(caller, course, sent=sent, status=429)
    if sent.problems or not sent.form.is_valid():
        return course_page(caller, course, sent=sent, status=422)
    return _said(caller, course, sent)


def _said(caller: Caller, course: Course, sent: Answer) -> HttpResponse:
    problem = ""
    try:
        _carry_out(caller, course, sent)
    except Conflict:
        problem = _(MEANWHILE)
    except NotAllowed:
        problem = _(OVER)
    except Refused as refused:
        problem = str(refused)
    if problem:
        return _once_more(caller, course, sent, problem)
    lanes.count(lanes.ANSWERS, caller.address, at=caller.at)
    place = reverse("followed", args=(code_of(course.matter.number),))
    return HttpResponseRedirect(f"{place}?said={sent.command.name}", status=303)


def _carry_out(caller: Caller, course: Course, sent: Answer) -> None:
    told = sent.form.cleaned_data
    if sent.command is supplement:
        text = told["text"]
        add(course.matter, text=text, drafts=sent.drafts, key=sent.key, at=caller.at, request=caller.id)
    else:
        by = saying(course, sent, at=caller.at, request=caller.id)
        carry_out(sent.command, course.matter.number, told=told, saying=by)


def _once_more(caller: Caller, course: Course, sent: Answer, problem: str) -> HttpResponse:
    """The matter as it is now, and what was typed still in its form."""
    course.matter.refresh_from_db()
    now = course_of(course.matter) or course
    again = told_answer(now, sent.command, caller.request.POST, at=caller.at)
    again.version, again.drafts, again.problems = now.matter.version, sent.drafts, [problem]
    return course_page(caller, now, sent=again, status=409)
