"""The lists that leave the house: ask for one, look at which left, agree to a long one, and take it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import (
    FileResponse,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from linli.doors.desk import exporting
from linli.doors.desk.exporting import (
    NOT_YOUR_LIST,
    READY,
    STATES,
    WAITING,
    decide,
    deciders,
    decides,
    exports,
    find,
    measured,
    note_taken,
    posts_to_export,
    ready_ids,
    rows_for,
    state_of,
    takes,
    until,
    waiting_for,
)
from linli.doors.desk.exports import DecideForm, ExportForm
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.models import Export
from linli.doors.desk.show import show
from linli.doors.desk.taking_out import MIMES, asked_in_words, streamed, workbook_of
from linli.matters.asking import Listing, read_listing
from linli.matters.command import Refused
from linli.matters.queries import every
from linli.policy.calendar import calendar
from linli.staff.models import Post
from linli.staff.posts import Held

A_PAGE = 50
OURS = frozenset({"csrfmiddlewaretoken", "form", "purpose", "from"})
LOOKING = ("export", "approve", "audit")


@require_http_methods(["GET", "POST"])
@staffed
def new_export(visit: Visit) -> HttpResponseBase:
    """What would leave the house; a short list leaves at once, a long one is asked for. Of what the address says and
    nobody knows the list itself tells."""
    told = visit.request.POST if visit.posted else visit.request.GET
    listing, by = _listing(told), _post(visit, told.get("from", ""))
    if listing.ignored:
        return HttpResponseRedirect(f"{reverse('matters')}?{visit.request.GET.urlencode()}")
    count = rows_for(listing, visit.who, by=by, at=visit.at).count()
    alone = measured(count, visit.who, at=visit.at).alone
    form = ExportForm(visit.request.POST if visit.posted else None, alone=alone)
    if not visit.posted or not form.is_valid():
        return _asking(visit, listing, form, by=by, count=count, status=422 if visit.posted else 200)
    words = {"form": form.cleaned_data["form"], "purpose": form.cleaned_data.get("purpose", "")}
    try:
        one = exporting.ask(listing, visit.who, by=by, at=visit.at, asked=asked_in_words(listing), **words)
    except Refused as refused:
        return _asking(visit, listing, form, by=by, count=count, status=409, problem=str(refused))
    if one.alone:
        return _sent(visit, one, by=by)
    messages.success(
        visit.request, _("Asked for as {number}. It can be taken once somebody agrees.").format(number=one)
    )
    return HttpResponseRedirect(reverse("export-one", args=(one.number,)))


@require_GET
@staffed
def exports_page(visit: Visit) -> HttpResponse:
    """Which lists left or were to, and those that wait for one's decision."""
    _may_look(visit)
    rows, sought = exports(visit.who), visit.request.GET.get("q", "").strip()
    if sought:
        rows = rows.filter(Q(number__iexact=sought) | Q(digest=sought.lower()))
    before = rows.filter(number=visit.request.GET.get("before", "")).first()
    found = list((rows.filter(pk__lt=before.pk) if before else rows)[: A_PAGE + 1])
    return show(
        visit,
        "desk/exports.html",
        waiting=list(waiting_for(visit.who, at=visit.at)),
        rows=[(row, state_of(row, at=visit.at)) for row in found[:A_PAGE]],
        states=STATES,
        sought=sought,
        until=until,
        older=found[A_PAGE - 1].number if len(found) > A_PAGE else "",
        may=bool(visit.who.posts_for("export")),
    )


@require_GET
@staffed
def export_one(visit: Visit, number: str) -> HttpResponse:
    return _one(visit, find(visit.who, number))


@require_POST
@staffed
def decide_export(visit: Visit, number: str) -> HttpResponse:
    """Agree to it, or refuse and say why."""
    one = find(visit.who, number)
    granted = visit.request.POST.get("do") == "grant"
    form = DecideForm(visit.request.POST, granted=granted)
    if not decides(one, visit.who):
        raise PermissionDenied(_(exporting.NOT_OWN) if one.user_id == visit.who.user.pk else _(NOT_YOURS))
    if not form.is_valid():
        return _one(visit, one, form=form, status=422)
    try:
        decide(one, visit.who, granted=granted, reason=form.cleaned_data["reason"], at=visit.at)
    except Refused as refused:
        return _one(visit, one, problem=str(refused), status=409)
    said = _("You agreed to {number}.") if granted else _("You refused {number}.")
    messages.success(visit.request, said.format(number=one))
    return HttpResponseRedirect(reverse("export-one", args=(number,)))


@require_POST
@staffed
def take_export(visit: Visit, number: str) -> HttpResponseBase:
    """The file, once, for the one who asked."""
    one = find(visit.who, number)
    by = takes(one, visit.who)
    if by is None:
        raise PermissionDenied(_(NOT_YOUR_LIST))
    try:
        return _sent(visit, one, by=by)
    except Refused as refused:
        return _one(visit, find(visit.who, number), problem=str(refused), status=409)


def _sent(visit: Visit, one: Export, *, by: Held) -> HttpResponseBase:
    """A workbook is written, then noted, then sent; lines are noted and sent as they are told. Raises Refused."""
    ids, name = ready_ids(one, at=visit.at), f"{one}.{one.form}"
    if one.form != Export.Form.WORKBOOK:
        note_taken(one, at=visit.at)
        answer = StreamingHttpResponse(streamed(one, ids, visit.who, by=by, at=visit.at), content_type=MIMES[one.form])
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    file, digest = workbook_of(one, ids, visit.who, by=by, at=visit.at)
    try:
        note_taken(one, digest=digest, at=visit.at)
    except Refused:
        file.close()
        raise
    return FileResponse(file, as_attachment=True, filename=name, content_type=MIMES[one.form])


def _asking(
    visit: Visit, listing: Listing, form: ExportForm, *, by: Held, count: int, status: int, problem: str = ""
) -> HttpResponse:
    post = Post.objects.select_related("unit").get(pk=by.post_id)
    measure = measured(count, visit.who, at=visit.at)
    total = every(listing, visit.who, at=visit.at, calendar=calendar()).count()
    return show(
        visit,
        "desk/export_new.html",
        status=status,
        form=form,
        problem=problem,
        listing=listing,
        asked=asked_in_words(listing),
        post=post,
        posts=Post.objects.select_related("unit").filter(pk__in=[one.post_id for one in posts_to_export(visit.who)]),
        measure=measure,
        left_out=total - count,
        deciders=[] if measure.alone else deciders(post, but=visit.who.user.pk, at=visit.at),
    )


def _one(
    visit: Visit, one: Export, *, form: DecideForm | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    state = state_of(one, at=visit.at)
    return show(
        visit,
        "desk/export.html",
        status=status,
        one=one,
        state=state,
        word=_(STATES[state]),
        until=until(one),
        problem=problem,
        form=(form or DecideForm(granted=True)) if state == WAITING and decides(one, visit.who) else None,
        takes=state == READY and takes(one, visit.who) is not None,
        deciders=deciders(one.post, but=one.user_id, at=visit.at) if state == WAITING else [],
    )


def _post(visit: Visit, told: str) -> Held:
    """The post the list is taken with: the one that was chosen, or the widest. Raises PermissionDenied for none."""
    posts = posts_to_export(visit.who)
    if not posts:
        raise PermissionDenied(_(NOT_YOURS))
    return next((post for post in posts if str(post.post_id) == told), posts[0])


def _listing(told: QueryDict) -> Listing:
    return read_listing({name: values for name, values in told.lists() if name not in OURS})


def _may_look(visit: Visit) -> None:
    acts: tuple[Any, ...] = tuple(visit.who.posts_for(act) for act in LOOKING)
    if not any(acts):
        raise PermissionDenied(_(NOT_YOURS))
