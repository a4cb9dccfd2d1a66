"""The reports: the gallery, one report with its tables and charts, its files, and the rows behind a figure."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.reporting import (
    BACK,
    Asked,
    asked_for,
    beside,
    came_from,
    drawn,
    known_periods,
    next_period,
    shortcuts,
    today_of,
    units_of,
    way_back,
)
from linli.doors.desk.rows_behind import rows_page
from linli.doors.desk.show import show
from linli.doors.desk.views.meeting import WORD
from linli.matters import access
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.place.models import Unit
from linli.reports import files
from linli.reports.issuing import in_chinese, issue, issued
from linli.reports.letters import written as written_paper
from linli.reports.making import make
from linli.reports.offered import NoReport, find, reports
from linli.reports.printed import Printed
from linli.reports.report import Report
from linli.tally.behind import Behind, Spoilt
from linli.tally.catching import catch_up

SORTS: Mapping[str, tuple[str, Callable[[Printed], bytes]]] = {
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", files.xlsx),
    "csv": ("text/csv; charset=utf-8", files.text),
    "json": ("application/json", files.data),
}
NEWEST = 10


@require_GET
@staffed
def gallery(visit: Visit) -> HttpResponse:
    asked = asked_for(visit)
    return show(
        visit,
        "desk/reports.html",
        asked=asked,
        reports=reports(),
        shortcuts=list(shortcuts(today_of(visit))),
        known=list(known_periods(today_of(visit))),
        issued=list(issued(visit.who)[:NEWEST]),
        words={one.name: one.word for one in reports()},
    )


@require_GET
@staffed
def report(visit: Visit, name: str) -> HttpResponse:
    found, asked = _report(name), asked_for(visit)
    return _page(visit, found, asked)


@require_GET
@staffed
def report_file(visit: Visit, name: str, sort: str) -> HttpResponse:
    """The report as a file, made now; who made it and when stands in it."""
    found, asked = _report(name), asked_for(visit)
    if access.posting_at(visit.who, "export", asked.unit) is None:
        raise PermissionDenied(_(NOT_YOURS))
    if sort == "docx":
        printed = in_chinese(found, asked.unit, asked.period, at=visit.at)
        return as_file(written_paper(printed), printed, sort="docx", content_type=WORD)
    if sort not in SORTS:
        raise Http404(sort)
    content_type, written = SORTS[sort]
    printed = make(found, asked.unit, asked.period, at=visit.at)
    return as_file(written(printed), printed, sort=sort, content_type=content_type)


@require_POST
@staffed
def issue_report(visit: Visit, name: str) -> HttpResponse:
    found, asked = _report(name), asked_for(visit)
    try:
        snapshot = issue(found, asked.unit, asked.period, who=visit.who, at=visit.at)
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    except Refused as refused:
        return _page(visit, found, asked, status=409, problem=str(refused))
    messages.success(visit.request, _("Issued as {number}; it stays as it is.").format(number=snapshot.number))
    return HttpResponseRedirect(reverse("issued", args=(snapshot.number,)))


@require_GET
@staffed
def report_rows(visit: Visit) -> HttpResponse:
    """The rows that a figure counts, as they stand now; of matters that went elsewhere the number alone."""
    query = visit.request.GET.copy()
    page, back = query.pop("page", ["1"])[-1], query.pop(BACK, [""])[-1]
    try:
        behind = Behind.read(query.urlencode())
    except Spoilt as spoilt:
        return show(visit, "desk/error.html", status=404, code=404, title=_("No rows"), said=str(spoilt))
    unit = Unit.objects.filter(pk=behind.unit).first()
    if unit is None or access.posting_at(visit.who, "see", unit) is None:
        raise Http404(str(behind.unit))
    catch_up()
    rows = rows_page(visit, behind, unit=unit, page=page)
    return show(visit, "desk/report_rows.html", **rows, came_from=came_from(back), back=back)


def as_file(content: bytes, printed: Printed, *, sort: str, content_type: str) -> HttpResponse:
    """Under the title, the unit, the period and, of one that was issued, its number."""
    parts = (printed.number, printed.title, printed.unit, printed.period.replace(":", "-"))
    response = HttpResponse(content, content_type=content_type)
    name = f"{' '.join(part for part in parts if part)}.{sort}"
    response.headers["Content-Disposition"] = str(content_disposition_header(True, name))
    return response


def _report(name: str) -> Report:
    try:
        return find(name)
    except NoReport as missing:
        raise Http404(name) from missing


def _page(visit: Visit, found: Report, asked: Asked, *, status: int = 200, problem: str = "") -> HttpResponse:
    printed = make(found, asked.unit, asked.period, at=visit.at)
    other = make(found, asked.unit, asked.against, at=visit.at) if asked.against else None
    return show(
        visit,
        "desk/report.html",
        status=status,
        report=found,
        asked=asked,
        problem=problem or asked.problem,
        **drawn(printed, back=way_back(asked, found.name)),
        beside=beside(other) if other else None,
        shortcuts=list(shortcuts(today_of(visit))),
        known=list(known_periods(today_of(visit))),
        before=asked.period.before(),
        after=next_period(asked.period, today=today_of(visit)),
        units=units_of(visit, asked),
        may_issue=access.posting_at(visit.who, "tally", asked.unit) is not None,
        may_take=access.posting_at(visit.who, "export", asked.unit) is not None,
    )
