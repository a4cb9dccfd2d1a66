"""One meeting: its list as it was frozen, what was instructed in it, who was there, and its papers."""

from collections.abc import Callable
from typing import Any

import msgspec
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linli.doors.desk.convening import HeldForm, held_form, written
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import plain, show
from linli.doors.desk.sitting import sheets
from linli.doors.desk.views.meetings import kind_words, may_convene
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.paper.document import docx
from linli.paper.letter import Letter
from linli.policy.calendar import calendar
from linli.reports.meeting import as_it_was, close, find, hold, is_unaltered
from linli.reports.minutes import FULFILLED, done_of, given_in, minutes, paper_list
from linli.reports.models import Meeting
from linli.reports.naming import Naming
from linli.reports.sections import Found
from linli.reports.tables import Saying

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ALTERED = msg("The stored list is not the one that was frozen. Tell your administrator; no paper is made of it.")
MEANWHILE = msg(
    "Somebody else wrote here meanwhile: {what}. Yours stands in the form; send it again to put it in that place."
)
PAPERS: dict[str, Callable[[Meeting, Visit], Letter]] = {
    "list": lambda meeting, visit: paper_list(meeting, who=visit.who),
    "minutes": lambda meeting, visit: minutes(meeting, who=visit.who, at=visit.at),
}


@require_GET
@staffed
def sitting(visit: Visit, number: str) -> HttpResponse:
    return _page(visit, find(visit.who, number))


@require_POST
@staffed
def hold_sitting(visit: Visit, number: str) -> HttpResponse:
    """Write down who was there and what was remarked, upon what the writer saw."""
    meeting = find(visit.who, number)
    form = HeldForm(visit.request.POST)
    if not may_convene(visit, meeting.unit):
        raise PermissionDenied(_(NOT_YOURS))
    if not form.is_valid():
        return _page(visit, meeting, form=form, status=422)
    told = form.cleaned_data
    if told["seen"] != written(meeting):
        form.data = visit.request.POST.copy()
        form.data["seen"] = written(meeting)
        return _page(visit, meeting, form=form, status=409, problem=_meanwhile(meeting))
    try:
        hold(meeting, who=visit.who, present=told["present"], remarks=told["remarks"], at=visit.at)
    except (Refused, NotAllowed) as refused:
        return _refused(visit, meeting, refused, form=form)
    messages.success(visit.request, _("Written down."))
    return HttpResponseRedirect(reverse("meeting", args=(number,)))


@require_POST
@staffed
def close_sitting(visit: Visit, number: str) -> HttpResponse:
    meeting = find(visit.who, number)
    try:
        close(meeting, who=visit.who, at=visit.at)
    except (Refused, NotAllowed) as refused:
        return _refused(visit, meeting, refused)
    messages.success(visit.request, _("{number} is closed.").format(number=number))
    return HttpResponseRedirect(reverse("meeting", args=(number,)))


@require_GET
@staffed
def paper(visit: Visit, number: str, paper: str) -> HttpResponse:
    """The list or the minutes as a .docx. Nothing personal stands in them, so no purpose is asked."""
    meeting, write = find(visit.who, number), PAPERS.get(paper)
    if write is None:
        raise Http404(paper)
    if not is_unaltered(meeting):
        title = _("This list was altered")
        return plain(visit.request, "desk/error.html", status=409, code=409, title=title, said=_(ALTERED))
    letter = write(meeting, visit)
    response = HttpResponse(docx(letter), content_type=WORD)
    name = f"{meeting.number} {letter.title}.docx"
    response.headers["Content-Disposition"] = str(content_disposition_header(True, name))
    return response


def sections_of(meeting: Meeting) -> tuple[Found, ...]:
    """The frozen sections; none when what is stored cannot even be read any more."""
    try:
        return as_it_was(meeting)
    except (msgspec.MsgspecError, KeyError, TypeError, ValueError):
        if is_unaltered(meeting):
            raise
        return ()


def _meanwhile(meeting: Meeting) -> str:
    """What somebody else wrote, so that it can be taken over by who sends theirs again."""
    names = _(", ").join(meeting.present.order_by("name").values_list("name", flat=True))
    return _(MEANWHILE).format(what=f"{names or '—'} · {meeting.remarks or '—'}")


def _refused(visit: Visit, meeting: Meeting, refused: Exception, *, form: HeldForm | None = None) -> HttpResponse:
    if isinstance(refused, NotAllowed):
        raise PermissionDenied(_(NOT_YOURS)) from refused
    return _page(visit, find(visit.who, meeting.number), form=form, status=409, problem=str(refused))


def _page(
    visit: Visit, meeting: Meeting, *, form: HeldForm | None = None, status: int = 200, problem: str = ""
) -> HttpResponse:
    found = sections_of(meeting)
    mine = may_convene(visit, meeting.unit) and not meeting.closed_at
    return show(
        visit,
        "desk/meeting.html",
        status=status,
        meeting=meeting,
        problem=problem,
        sort=meeting.sort,
        sort_word=meeting.get_sort_display(),
        unit=meeting.unit,
        kind_words=kind_words(meeting.of_kinds),
        since_at=meeting.since_at,
        unaltered=is_unaltered(meeting),
        altered_word=_(ALTERED),
        sheets=sheets(visit, found, meeting=meeting, whole=visit.request.GET.get("whole", "")),
        listings={},
        present=list(meeting.present.order_by("name")),
        form=(form or held_form(meeting)) if mine else None,
        **_instructions(visit, meeting, found),
    )


def _instructions(visit: Visit, meeting: Meeting, found: tuple[Found, ...]) -> dict[str, Any]:
    """Those given in this meeting, each with when it was done, and those it heard were done since the last one."""
    given = given_in(meeting, who=visit.who, at=visit.at)
    done = {(row.matter, row.seq): row.at for row in done_of(meeting, who=visit.who, at=visit.at)}
    since = [row for one in found if one.section.name == FULFILLED for row in one.rows]
    return {
        "given": [(row, done.get((row.matter, row.seq))) for row in given],
        "since": since,
        "say": Saying(Naming.of([*given, *since], who=visit.who), zone=calendar().zone),
    }
