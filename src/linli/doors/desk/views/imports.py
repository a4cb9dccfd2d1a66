"""Lists that come in: those that were handed over, a new one, and how it is read."""

from collections.abc import Sequence
from itertools import islice
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.desk.bringing import ROWS_SHOWN, HandOverForm, LayoutForm, shown
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.import_progress import progress_of, taken_page
from linli.doors.desk.show import show
from linli.doors.desk.taking_out import MIMES
from linli.ground.text import msg
from linli.matters import uploads
from linli.matters.commands import NotAllowed
from linli.matters.kind import Kind, kind_named
from linli.paper.rows.row import Unreadable
from linli.sheets.delivering import (
    ACT,
    deliveries,
    find,
    mapping_for_others,
    opened,
    post_for,
    problem_of,
    read_anew,
    receive,
    receiving,
)
from linli.sheets.models import Delivery
from linli.sheets.returned import FORMS, returned
from linli.sheets.written import written

A_PAGE = 50
TOO_LARGE = msg(
    "The file is larger than 10 MB. Save it in parts, or ask the administrator to take it in with ./linli import."
)


@require_http_methods(["GET", "POST"])
@staffed
def imports_page(visit: Visit) -> HttpResponse:
    """What was handed over, and the way to hand a new list over."""
    kinds = [kind for kind in receiving() if visit.who.posts_for(ACT)]
    if not kinds and not visit.who.posts_for("audit"):
        raise PermissionDenied(_(NOT_YOURS))
    if not visit.posted:
        rows = _shown(visit)
        form = HandOverForm(kinds=kinds, initial={"kind": _usual(visit, kinds, rows)}) if kinds else None
        return _list(visit, form, rows=rows)
    if not kinds:
        raise PermissionDenied(_(NOT_YOURS))
    form = HandOverForm(visit.request.POST, visit.request.FILES, kinds=kinds)
    if uploads.too_large(visit.request):
        return _list(visit, form, status=413, problem=_(TOO_LARGE))
    return _received(visit, form) if form.is_valid() else _list(visit, form, status=422)


@require_http_methods(["GET", "POST"])
@staffed
def import_(visit: Visit, key: UUID) -> HttpResponse:
    """The first rows, and how they are read; once it is taken in, how far it got."""
    delivery = find(visit.who, key)
    if delivery.taking_id or delivery.let_go_at:
        return taken_page(visit, delivery)
    try:
        return _looked_at(visit, delivery)
    except Unreadable as problem:
        return _list(visit, HandOverForm(kinds=receiving()), status=422, problem=problem_of(problem))


@require_GET
@staffed
def import_file(visit: Visit, key: UUID, name: str) -> HttpResponseBase:
    """The wrong rows with their reasons, or the mapping."""
    delivery = find(visit.who, key)
    if name == "map.toml":
        told = written(mapping_for_others(delivery), kind=kind_named(delivery.kind)).encode()
        return HttpResponse(told, content_type="application/toml", headers=_attached(name))
    form = name.removeprefix("wrong.")
    if form not in FORMS:
        raise Http404(name)
    try:
        by = post_for(visit.who, kind_named(delivery.kind))
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    file = returned(delivery, by=by, at=visit.at, form=form)
    stem = delivery.file_name.rpartition(".")[0] or delivery.file_name
    named = _("{file} error file").format(file=stem)
    return FileResponse(file, as_attachment=True, filename=f"{named}.{form}", content_type=MIMES[form])


def _received(visit: Visit, form: HandOverForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    kind = kind_named(form.cleaned_data["kind"])
    try:
        delivery = receive(file.read(), file_name=file.name or "", kind=kind, who=visit.who, at=visit.at)
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    except Unreadable as problem:
        return _list(visit, form, status=422, problem=problem_of(problem))
    return HttpResponseRedirect(reverse("import", args=(delivery.key,)))


def _looked_at(visit: Visit, delivery: Delivery) -> HttpResponse:
    table, _reading = opened(delivery)
    layout = table.layout
    first = {"encoding": layout.encoding, "separator": layout.separator, "sheet": layout.sheet, "head": layout.head}
    form = LayoutForm(visit.request.POST if visit.posted else None, table=table, initial=first)
    problem = ""
    if visit.posted and form.is_valid():
        try:
            read_anew(delivery, form.layout(layout))
        except Unreadable as refused:
            problem = problem_of(refused)
        else:
            return HttpResponseRedirect(reverse("import", args=(delivery.key,)))
    status = 422 if visit.posted else 200
    rows = [(row.number, [shown(cell) for cell in row.cells]) for row in islice(table.rows(), ROWS_SHOWN)]
    above = [(row.number, [shown(cell) for cell in row.cells]) for row in table.first if row.number < layout.head]
    return show(
        visit,
        "desk/import.html",
        status=status,
        delivery=delivery,
        form=form,
        table=table,
        rows=rows,
        above=above,
        problem=problem,
    )


def _list(
    visit: Visit,
    form: HandOverForm | None,
    *,
    rows: Sequence[Delivery] | None = None,
    status: int = 200,
    problem: str = "",
) -> HttpResponse:
    if problem:
        messages.set_level(visit.request, messages.INFO)
    told: dict[str, Any] = {
        "rows": [(one, progress_of(one, at=visit.at)) for one in (_shown(visit) if rows is None else rows)],
        "form": form,
        "problem": problem,
    }
    return show(visit, "desk/imports.html", status=status, own=visit.who.user.pk, **told)


def _shown(visit: Visit) -> list[Delivery]:
    """The rows of the page, the last that was handed over first."""
    return list(deliveries(visit.who)[:A_PAGE])


def _usual(visit: Visit, kinds: Sequence[Kind], rows: Sequence[Delivery]) -> str:
    """What they brought last, as far as it is shown; else what other platforms export most, which is what everybody
    may be told of: whatever else a desk sees, its first list is nearly always one of those."""
    named = [kind.name for kind in kinds]
    last = next((one.kind for one in rows if one.user_id == visit.who.user.pk), "")
    if last in named:
        return last
    return next((kind.name for kind in kinds if kind.public is not None), named[0])


def _attached(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
