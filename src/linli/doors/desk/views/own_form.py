"""One form: its sheet with what is bound, the panel to bind a cell or block, and how it would be filled."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import content_disposition_header, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linli.doors.desk.form_panel import PanelForm, initial_of, read_in
from linli.doors.desk.form_sheet import bound_rows, head_rows, sentences, sheet_shown
from linli.doors.desk.forming import ForForm, RenewForm, usual_for
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import fragment, show
from linli.doors.desk.views.own_forms import refused_with
from linli.matters import uploads
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.paper.form.address import block
from linli.paper.form.archive import TOO_LARGE, Unfit
from linli.paper.form.binding import Binding
from linli.reports.filling import Drawn, drawn
from linli.reports.kept_fillings import Contradicted, fill_for, fillings
from linli.reports.models import OwnForm, Version
from linli.reports.own_forms import (
    bind,
    bindings_of,
    book_of,
    file_of,
    find,
    may_keep,
    newest,
    release,
    renew,
)
from linli.tally.asking import catch_up

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILLINGS = 12


@require_GET
@staffed
def own_form(visit: Visit, pk: int) -> HttpResponse:
    """The sheet; `cells` opens the panel on them, `period` shows the figures. Asked as a fragment: the panel alone."""
    form = find(visit.who, pk)
    asked = PanelForm(initial=_chosen(visit, newest(form)))
    if visit.fragment:
        return fragment(visit, "desk/form_panel.html", **_panel(form, asked, visit.request.GET))
    return _page(visit, form, asked)


@require_POST
@staffed
def bind_cells(visit: Visit, pk: int) -> HttpResponse:
    """Bind what is chosen, look at it again with another figure, or let it be."""
    form, told = find(visit.who, pk), visit.request.POST
    _refuse_keeping(visit, form)
    if told.get("do") == "release":
        release(form, sheet=told.get("sheet", ""), cells=told.get("cells", ""), who=visit.who, at=visit.at)
        return _back(visit, form, told.get("sheet", ""), "")
    panel = PanelForm(told)
    if told.get("do") == "look" or not panel.is_valid():
        return _page(visit, form, panel, status=200 if told.get("do") == "look" else 422)
    binding = panel.binding(read_in(told))
    try:
        bind(form, binding, who=visit.who, at=visit.at)
    except (NotAllowed, Refused) as error:
        return refused_with(lambda problem, status: _page(visit, form, panel, status=status, problem=problem), error)
    messages.success(visit.request, _("{cells} is bound.").format(cells=binding.cells))
    return _back(visit, form, binding.sheet, binding.cells)


@require_POST
@staffed
def fill_form(visit: Visit, pk: int) -> HttpResponse:
    """Fill it for a unit and a period, and keep the filling; nothing is kept when the form contradicts itself."""
    form = find(visit.who, pk)
    told = ForForm(visit.request.POST, who=visit.who, own=form)
    panel = PanelForm(initial=_chosen(visit, newest(form)))
    if not told.is_valid():
        return _page(visit, form, panel, told=told, status=422)
    try:
        unit, period = told.cleaned_data["unit"], told.cleaned_data["period"]
        filling = fill_for(form, unit=unit, period=period, who=visit.who, at=visit.at)
    except Contradicted:
        return _page(visit, form, panel, told=told, status=409)
    except Refused as error:
        return _page(visit, form, panel, told=told, status=409, problem=str(error))
    return HttpResponseRedirect(reverse("filling", args=(filling.number,)))


@require_http_methods(["GET", "POST"])
@staffed
def form_file(visit: Visit, pk: int) -> HttpResponse:
    """The empty file as it came; posted: another one in its place, as the next version."""
    form = find(visit.who, pk)
    if not visit.posted:
        version = newest(form)
        return download(file_of(version), version.file_name)
    _refuse_keeping(visit, form)
    panel = PanelForm(initial=_chosen(visit, newest(form)))
    if uploads.too_large(visit.request):
        return _page(visit, form, panel, status=413, problem=_(TOO_LARGE))
    told = RenewForm(visit.request.POST, visit.request.FILES)
    if not told.is_valid():
        return _page(visit, form, panel, renewing=told, status=422)
    try:
        file = told.cleaned_data["file"]
        renew(form, file_name=file.name or "", data=file.read(), who=visit.who, at=visit.at)
    except (NotAllowed, Unfit) as error:
        return refused_with(lambda problem, status: _page(visit, form, panel, status=status, problem=problem), error)
    return HttpResponseRedirect(reverse("own-form", args=(pk,)))


def download(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=SHEET)
    response.headers["Content-Disposition"] = str(content_disposition_header(True, name))
    return response


def _refuse_keeping(visit: Visit, form: OwnForm) -> None:
    if may_keep(visit.who, form.unit) is None:
        raise PermissionDenied(_(NOT_YOURS))


def _chosen(visit: Visit, version: Version) -> dict[str, str]:
    """What the panel begins with: the binding of the cells asked for, else what was asked of them."""
    asked = {name: str(value) for name, value in visit.request.GET.items() if value}
    asked.setdefault("sheet", next((one.name for one in book_of(version).sheets), ""))
    asked["cells"] = _as_written(asked.get("cells", ""))
    there = [one for one in bindings_of(version) if (one.sheet, one.cells) == (asked["sheet"], asked["cells"])]
    return {**(initial_of(there[0]) if there and "indicator" not in visit.request.GET else {}), **asked}


def _as_written(cells: str) -> str:
    """A cell or block as its binding names it; anything else as it was typed."""
    try:
        return block(cells).name
    except ValueError:
        return cells


def _panel(form: OwnForm, panel: PanelForm, said: QueryDict) -> dict[str, Any]:
    """`said`: with it came what is meant by heads."""
    version, bound = newest(form), None
    sheet, cells = (panel["sheet"].value() or "", panel["cells"].value() or "")
    for one in bindings_of(version):
        bound = one if (one.sheet, one.cells) == (sheet, cells) else bound
    heads = head_rows(_tried(panel, bound, said), book_of(version), unit=form.unit) if cells else []
    return {"own": form, "panel": panel, "bound": bound, "heads": heads}


def _tried(panel: PanelForm, bound: Binding | None, said: QueryDict) -> Binding:
    """What stands in the panel, taken as a binding, with what was said of heads before or just now."""
    told = {name: panel[name].value() or "" for name in panel.fields}
    tried = PanelForm({**told, "cells": told["cells"]})
    tried.is_valid()
    before = (*bound.across, *bound.down) if bound else ()
    read = read_in(said, of=before)
    return tried.binding(read) if not tried.errors else Binding(sheet=told["sheet"], cells="")


def _page(
    visit: Visit,
    form: OwnForm,
    panel: PanelForm,
    *,
    told: ForForm | None = None,
    renewing: RenewForm | None = None,
    status: int = 200,
    problem: str = "",
) -> HttpResponse:
    version = newest(form)
    told = told or _asked_for(visit, form)
    found, bindings = _drawn(version, told), bindings_of(version)
    complaints, notes = sentences(found)
    sheet = panel["sheet"].value() or ""
    return show(
        visit,
        "desk/own_form.html",
        status=status,
        problem=problem,
        version=version,
        told=told,
        renewing=renewing or RenewForm(),
        sheets=[one.name for one in found.book.sheets],
        sheet=sheet,
        shown=sheet_shown(found, sheet, bindings=bindings),
        rows=bound_rows(bindings, unit=form.unit),
        complaints=complaints,
        notes=notes,
        filled=len(found.cells),
        fillings=list(fillings(visit.who).filter(version__form=form)[:FILLINGS]),
        may=may_keep(visit.who, form.unit) is not None,
        **_panel(form, panel, visit.request.POST if visit.posted else visit.request.GET),
    )


def _asked_for(visit: Visit, form: OwnForm) -> ForForm:
    """The unit and period asked for; unasked, what is usual, without any figures."""
    if "period" in visit.request.GET:
        return ForForm(visit.request.GET, who=visit.who, own=form)
    return ForForm(who=visit.who, own=form, initial=usual_for(visit, form))


def _drawn(version: Version, told: ForForm) -> Drawn:
    if not (told.is_bound and told.is_valid()):
        return Drawn(book_of(version), ())
    catch_up()
    return drawn(version, unit=told.cleaned_data["unit"], period=told.cleaned_data["period"])


def _back(visit: Visit, form: OwnForm, sheet: str, cells: str) -> HttpResponse:
    query = urlencode({name: value for name, value in (("sheet", sheet), ("cells", cells)) if value})
    return HttpResponseRedirect(f"{reverse('own-form', args=(form.pk,))}{'?' if query else ''}{query}")
