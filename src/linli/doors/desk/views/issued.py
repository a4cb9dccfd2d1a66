"""A report as it was issued: the same figures for ever, the rows behind them as they were, and what changed since."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.reporting import drawn
from linli.doors.desk.rows_behind import frozen_rows_page
from linli.doors.desk.show import plain, show
from linli.doors.desk.views.meeting import WORD
from linli.doors.desk.views.reports import SORTS, as_file
from linli.ground.text import msg
from linli.matters import access
from linli.reports.behind_then import kept
from linli.reports.issuing import as_issued, find, is_unaltered, since
from linli.reports.letters import written as written_paper
from linli.reports.minutes import PAPER
from linli.reports.offered import NoReport

ALTERED = msg("What is stored is not what was issued. Tell your administrator; no file is made of it.")


@require_GET
@staffed
def issued(visit: Visit, number: str) -> HttpResponse:
    snapshot = find(visit.who, number)
    if not is_unaltered(snapshot):
        return _altered(visit)
    return show(
        visit,
        "desk/report_issued.html",
        snapshot=snapshot,
        **drawn(as_issued(snapshot)),
        may_take=access.posting_at(visit.who, "export", snapshot.unit) is not None,
    )


@require_GET
@staffed
def issued_since(visit: Visit, number: str) -> HttpResponse:
    """The same question asked now; only what would be printed otherwise, with the matters that came or went."""
    snapshot = find(visit.who, number)
    if not is_unaltered(snapshot):
        return _altered(visit)
    try:
        changed = since(snapshot, at=visit.at)
    except NoReport as gone:
        return plain(visit.request, "desk/error.html", status=404, code=404, title=_("Nothing here"), said=str(gone))
    touched = {matter.pk for one in changed for matter in (*one.came, *one.went)}
    seen = dict(access.visible(visit.who).filter(pk__in=touched).values_list("pk", "title"))
    printed = as_issued(snapshot)
    return show(visit, "desk/report_since.html", snapshot=snapshot, printed=printed, changed=changed, seen=seen)


@require_GET
@staffed
def issued_file(visit: Visit, number: str, sort: str) -> HttpResponse:
    snapshot = find(visit.who, number)
    if access.posting_at(visit.who, "export", snapshot.unit) is None:
        raise PermissionDenied(_(NOT_YOURS))
    if not is_unaltered(snapshot):
        return _altered(visit)
    if sort == "docx":
        printed = as_issued(snapshot, language=PAPER)
        return as_file(written_paper(printed), printed, sort=sort, content_type=WORD)
    if sort not in SORTS:
        raise Http404(sort)
    content_type, written = SORTS[sort]
    printed = as_issued(snapshot)
    return as_file(written(printed), printed, sort=sort, content_type=content_type)


@require_GET
@staffed
def issued_rows(visit: Visit, number: str) -> HttpResponse:
    """The rows of a figure as they were counted when the report was issued."""
    snapshot = find(visit.who, number)
    if not is_unaltered(snapshot):
        return _altered(visit)
    query = visit.request.GET.copy()
    page = query.pop("page", ["1"])[-1]
    rows = kept(snapshot, query.urlencode())
    if rows is None:
        raise Http404(number)
    return show(
        visit,
        "desk/report_rows.html",
        snapshot=snapshot,
        **frozen_rows_page(visit, rows, query=query.urlencode(), unit=snapshot.unit, page=page),
    )


def _altered(visit: Visit) -> HttpResponse:
    title = _("This report was altered")
    return plain(visit.request, "desk/error.html", status=409, code=409, title=title, said=_(ALTERED))
