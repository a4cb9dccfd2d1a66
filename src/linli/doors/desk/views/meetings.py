"""The meetings: those of the units one sees, the list of the next one as it stands now, and convening it."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.desk.convening import SittingForm
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import show
from linli.doors.desk.sitting import listing_of, sheets
from linli.matters import access
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.kind import kinds
from linli.place.models import Unit
from linli.reports.meeting import begins, convene, convened_after, live, meetings
from linli.reports.models import Meeting, Sort

A_PAGE = 30


@require_http_methods(["GET", "POST"])
@staffed
def sittings(visit: Visit) -> HttpResponse:
    """The meetings, and the form to look at the next one or to convene it."""
    if not visit.posted:
        return _page(visit, SittingForm(who=visit.who, initial={"unit": _own_unit(visit)}))
    form = SittingForm(visit.request.POST, who=visit.who)
    if not form.is_valid():
        return _page(visit, form, status=422)
    if visit.request.POST.get("do") != "convene":
        return HttpResponseRedirect(f"{reverse('meeting-live')}?{_query(form)}")
    return _convened(visit, form)


@require_GET
@staffed
def live_sitting(visit: Visit) -> HttpResponse:
    """The list as it stands at this moment; nothing is stored."""
    form = SittingForm(visit.request.GET, who=visit.who)
    if not form.is_valid():
        return _page(visit, form, status=422)
    sort, unit, asked = form.cleaned_data["sort"], form.cleaned_data["unit"], form.cleaned_data["kinds"]
    found = live(sort, who=visit.who, unit=unit, at=visit.at, kinds=asked)
    listings = {one.section.name: listing_of(one, unit=unit.code, kinds=asked) for one in found}
    return show(
        visit,
        "desk/meeting_live.html",
        sort=sort,
        sort_word=Sort(sort).label,
        unit=unit,
        asked=asked,
        kind_words=kind_words(asked),
        since_at=begins(sort, unit=unit, at=visit.at),
        query=_query(form),
        sheets=sheets(visit, found, whole=visit.request.GET.get("whole", "")),
        listings=listings,
        may_convene=may_convene(visit, unit),
    )


def may_convene(visit: Visit, unit: Unit) -> bool:
    return access.posting_at(visit.who, "convene", unit) is not None


def kind_words(asked: tuple[str, ...]) -> str:
    """The kinds a meeting looks at, in words."""
    words = {kind.name: _(kind.plural) for kind in kinds()}
    return _(", ").join(words.get(name, name) for name in asked) if asked else _("All kinds of matter")


def _convened(visit: Visit, form: SittingForm) -> HttpResponse:
    """Convene once: the page sent twice finds the meeting that it brought the first time."""
    sort, unit, asked = form.cleaned_data["sort"], form.cleaned_data["unit"], form.cleaned_data["kinds"]
    asked_at = _moment(visit.request.POST.get("asked_at", ""))
    meeting = _brought(visit, sort, unit, asked_at)
    try:
        meeting = meeting or convene(sort, who=visit.who, unit=unit, at=visit.at, kinds=asked)
    except Refused as refused:
        if not (meeting := _brought(visit, sort, unit, asked_at)):
            return _page(visit, form, status=409, problem=str(refused))
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    return HttpResponseRedirect(reverse("meeting", args=(meeting.number,)))


def _brought(visit: Visit, sort: str, unit: Unit, asked_at: datetime | None) -> Meeting | None:
    """The meeting that was convened since the page was made: by this very page, or by a colleague meanwhile."""
    found = convened_after(sort, who=visit.who, unit=unit, at=asked_at) if asked_at else None
    if found:
        messages.info(visit.request, _("{number} was convened already; this is its list.").format(number=found))
    return found


def _page(visit: Visit, form: SittingForm, *, status: int = 200, problem: str = "") -> HttpResponse:
    rows = list(_asked_for(visit)[: A_PAGE + 1])
    return show(
        visit,
        "desk/meetings.html",
        status=status,
        form=form,
        problem=problem,
        rows=rows[:A_PAGE],
        older=rows[A_PAGE - 1].number if len(rows) > A_PAGE else "",
        sorts=Sort.choices,
        asked=visit.request.GET,
        may=bool(visit.who.posts_for("convene")),
    )


def _asked_for(visit: Visit) -> QuerySet[Meeting]:
    """Narrowed by sort and unit, from a meeting on backwards; what nobody knows narrows nothing."""
    asked, rows = visit.request.GET, meetings(visit.who)
    if asked.get("of") in Sort.values:
        rows = rows.filter(sort=asked["of"])
    if asked.get("in"):
        rows = rows.filter(unit__code=asked["in"])
    before = meetings(visit.who).filter(number=asked.get("before", "")).first()
    return rows.filter(cut_at__lt=before.cut_at) if before else rows


def _query(form: SittingForm) -> str:
    told = form.cleaned_data
    pairs: list[tuple[str, Any]] = [("sort", told["sort"]), ("unit", told["unit"].code)]
    return urlencode([*pairs, *(("kinds", kind) for kind in told["kinds"])])


def _own_unit(visit: Visit) -> Unit | None:
    post = next(iter(visit.who.posts_for("see")), None)
    return Unit.objects.filter(pk=post.unit_id).first() if post else None


def _moment(text: str) -> datetime | None:
    """The moment the page was made, as it wrote it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
