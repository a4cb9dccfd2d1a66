"""An official paper as a file: as it was issued, or a draft of it; each personal word it prints is a logged look."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.steps import Rights
from linli.matters import access
from linli.matters.commands import in_hand
from linli.matters.drawing_up import Drawn, drawn_up
from linli.matters.issuing import issuable, issue_paper
from linli.matters.kind import kind_named
from linli.matters.paper_source import NOT_THEIRS, MayNotOpen
from linli.notices.linking import origin

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
@staffed
def paper_file(visit: Visit, number: str, seq: int) -> HttpResponse:
    seen = access.find(visit.who, number)
    issued = next((one for one in in_hand(seen).state.papers if one.seq == seq), None)
    form = kind_named(seen.kind).paper(issued.form) if issued else None
    if form is None:
        raise Http404(str(seq))
    try:
        return _sent(drawn_up(form, seen, who=visit.who, at=visit.at, origin=origin(), issued=issued))
    except MayNotOpen as refused:
        raise PermissionDenied(_(NOT_THEIRS)) from refused


@require_GET
@staffed
def paper_draft(visit: Visit, number: str, form: str, about: int) -> HttpResponse:
    """What it would look like if it were issued now, for who may issue it."""
    seen = access.find(visit.who, number)
    if not Rights(visit, seen).may_say(issue_paper):
        raise PermissionDenied(_(NOT_YOURS))
    found = next((one for one, of in issuable(in_hand(seen).state) if (one.name, of) == (form, about)), None)
    if found is None:
        raise Http404(form)
    try:
        return _sent(drawn_up(found, seen, who=visit.who, at=visit.at, origin=origin(), about=about))
    except MayNotOpen as refused:
        raise PermissionDenied(_(NOT_THEIRS)) from refused


def _sent(drawn: Drawn) -> HttpResponse:
    response = HttpResponse(drawn.content, content_type=DOCX)
    response.headers["Content-Disposition"] = str(content_disposition_header(True, drawn.name))
    response.headers["Cache-Control"] = "no-store"
    return response
