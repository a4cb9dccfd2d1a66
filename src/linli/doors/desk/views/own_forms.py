"""The office's own forms: those that one sees, keeping a new one, and putting one away."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linli.doors.desk.forming import KeepForm
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import show
from linli.matters import uploads
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.paper.form.archive import TOO_LARGE, Unfit
from linli.place.models import Unit
from linli.reports.kept_fillings import fillings
from linli.reports.own_forms import KEEP, find, forms, keep, newest, put_away, sentence_of

LATEST = 10


@require_http_methods(["GET", "POST"])
@staffed
def own_forms(visit: Visit) -> HttpResponse:
    """The forms, and the way to keep a new one."""
    if not visit.posted:
        return _page(visit, KeepForm(who=visit.who, initial={"unit": _own_unit(visit)}))
    if not visit.who.posts_for(KEEP):
        raise PermissionDenied(_(NOT_YOURS))
    form = KeepForm(visit.request.POST, visit.request.FILES, who=visit.who)
    if uploads.too_large(visit.request):
        return _page(visit, form, status=413, problem=_(TOO_LARGE))
    return _kept(visit, form) if form.is_valid() else _page(visit, form, status=422)


@require_POST
@staffed
def put_form_away(visit: Visit, pk: int) -> HttpResponse:
    """Fill it no more, or again."""
    form = find(visit.who, pk)
    try:
        put_away(form, away="back" not in visit.request.POST, who=visit.who, at=visit.at)
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    return HttpResponseRedirect(reverse("own-forms"))


def refused_with(said: Callable[[str, int], HttpResponse], error: Exception) -> HttpResponse:
    """The page again with the sentence of a refusal."""
    if isinstance(error, NotAllowed):
        raise PermissionDenied(_(NOT_YOURS)) from error
    if isinstance(error, Unfit):
        return said(sentence_of(error), 422)
    return said(str(error), 409)


def _kept(visit: Visit, form: KeepForm) -> HttpResponse:
    told = form.cleaned_data
    try:
        kept = keep(
            told["title"],
            unit=told["unit"],
            file_name=told["file"].name or "",
            data=told["file"].read(),
            who=visit.who,
            at=visit.at,
        )
    except (NotAllowed, Refused, Unfit) as error:
        return refused_with(lambda problem, status: _page(visit, form, status=status, problem=problem), error)
    return HttpResponseRedirect(reverse("own-form", args=(kept.pk,)))


def _page(visit: Visit, form: KeepForm, *, status: int = 200, problem: str = "") -> HttpResponse:
    rows = [(one, newest(one)) for one in forms(visit.who)]
    return show(
        visit,
        "desk/own_forms.html",
        status=status,
        form=form if visit.who.posts_for(KEEP) else None,
        problem=problem,
        rows=[row for row in rows if not row[0].put_away_at],
        away=[row for row in rows if row[0].put_away_at],
        latest=list(fillings(visit.who)[:LATEST]),
    )


def _own_unit(visit: Visit) -> Unit | None:
    post = next(iter(visit.who.posts_for(KEEP)), None)
    return Unit.objects.filter(pk=post.unit_id).first() if post else None
