"""One step in many matters: choose it, tell it once, look at what will come of it, confirm, read the report."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.desk.bulk import CAME, FORESEEN, form_of, groups, pick_of, reader, table
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import show
from linli.doors.desk.steps import WEIGHTS, new_key, told_content
from linli.ground.text import msg
from linli.matters.command import Command, CommandForm
from linli.matters.commands import Saying, SentBefore
from linli.matters.kind import kind_named
from linli.matters.many import DONE, KEPT_FOR, MOST, carry_out_many, foresee, left, plan, planned, report, round_of
from linli.matters.models import Matter, Round
from linli.matters.picking import Example, Pick, example, for_many, offers, versions

NOTHING_TICKED = msg("Tick the matters first, or choose all that the list holds.")
NOT_SENT = msg("This step has not been confirmed, and nothing was recorded. Begin again from the list.")
NO_LONGER = msg("What you chose no longer fits, and nothing was recorded. Begin again from the list.")
OF_OURS = frozenset({"csrfmiddlewaretoken", "key", "version"})


@dataclass(frozen=True)
class Asked:
    """A step that is being told for many: which, for what was ticked, and for which of them its form is shown."""

    kind: str
    command: Command
    pick: Pick
    shown: Example


@require_GET
@staffed
def bulk(visit: Visit) -> HttpResponse:
    """What was ticked, and the steps to choose from. All of a list only where it is known what it is narrowed by."""
    pick = pick_of(visit.request.GET)
    if pick is None or (pick.listing.ignored and not pick.numbers):
        if pick is None:
            messages.warning(visit.request, _(NOTHING_TICKED))
        return HttpResponseRedirect(f"{reverse('matters')}?{visit.request.GET.urlencode()}")
    rows, total = _rows(visit, pick)
    found = offers(rows, visit.who)
    weights = [(_(word), [one for one in found if one.command.weight == name]) for name, word in WEIGHTS.items()]
    return show(visit, "desk/bulk.html", pick=pick, total=total, most=MOST, weights=[one for one in weights if one[1]])


@require_http_methods(["GET", "POST"])
@staffed
def bulk_step(visit: Visit, kind: str, verb: str) -> HttpResponse:
    """GET opens the form of the step, POST shows what would come of it; nothing is recorded yet."""
    command, pick = _command(kind, verb), pick_of(visit.request.GET)
    if pick is None:
        messages.warning(visit.request, _(NOTHING_TICKED))
        return HttpResponseRedirect(reverse("matters"))
    rows, total = _rows(visit, pick)
    if total > MOST:
        return HttpResponseRedirect(f"{reverse('bulk')}?{pick.query()}")
    shown = example(rows, command, visit.who)
    if shown is None:
        raise PermissionDenied(_(NOT_YOURS))
    asked = Asked(kind, command, pick, shown)
    form = form_of(visit, command, shown, data=visit.request.POST if visit.posted else None)
    if visit.posted and form.is_valid():
        return _foreseen(visit, asked, form, versions(rows))
    values = {"asked": asked, "form": form, "total": total}
    return show(visit, "desk/bulk_step.html", status=422 if visit.posted else 200, **values)


def _rows(visit: Visit, pick: Pick) -> tuple[QuerySet[Matter], int]:
    """Those ticked and how many. Raises Http404 when none of them is theirs to see, as for one of them."""
    rows = pick.rows(visit.who, at=visit.at, calendar=visit.office.calendar)
    total = rows.count()
    if pick.numbers and not total:
        raise Http404(pick.numbers[0])
    return rows, total


def _foreseen(visit: Visit, asked: Asked, form: CommandForm, numbers: dict[str, int]) -> HttpResponse:
    """The preview: it keeps which matters in which version, and what was told stays in the page."""
    saying = Saying(visit.who, visit.at, new_key(), request=visit.id)
    plan(asked.command, asked.kind, numbers, saying=saying)
    again = reader(asked.command, visit.request.POST)
    outcome = foresee(asked.command, numbers, told=form.cleaned_data, saying=saying, reread=again)
    ready = sum(row.came == DONE for row in outcome.rows)
    return show(
        visit,
        "desk/bulk_preview.html",
        asked=asked,
        key=saying.key,
        ready=ready,
        total=len(numbers),
        groups=groups(outcome, visit.who, words=FORESEEN),
        told=[(name, text) for name, texts in visit.request.POST.lists() if name not in OF_OURS for text in texts],
    )


@require_http_methods(["GET", "POST"])
@staffed
def round_(visit: Visit, key: UUID) -> HttpResponse:
    """POST says the step to all of them, GET shows what came of it; the same post again gives the same report."""
    made = _own(visit, key)
    if not visit.posted:
        return _report(visit, made)
    command = _command(made.kind, made.verb)
    shown = example(left(made, visit.who), command, visit.who)
    form = form_of(visit, command, shown, data=visit.request.POST) if shown else None
    again = reader(command, visit.request.POST)
    if form and not again and not form.is_valid():
        return _report(visit, made, status=422, problem=_(NO_LONGER))
    told = form.cleaned_data if form and form.is_valid() else {}
    content = told_content(visit.request, command.name, number=made.key)
    saying = Saying(visit.who, visit.at, made.key, request=visit.id, content=content)
    try:
        carry_out_many(command, planned(made), told=told, saying=saying, kind=made.kind, reread=again)
    except SentBefore as refused:
        return _report(visit, made, status=409, problem=str(refused))
    return HttpResponse(status=303, headers={"Location": reverse("round", args=(key,))})


@require_GET
@staffed
def round_table(visit: Visit, key: UUID) -> HttpResponse:
    """The report as a file for a spreadsheet."""
    made = _own(visit, key)
    response = HttpResponse(table(report(made)), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{made.verb}-{made.key[:8]}.csv"'
    return response


def _report(visit: Visit, made: Round, *, status: int = 200, problem: str = "") -> HttpResponse:
    outcome, command = report(made), _command(made.kind, made.verb)
    return show(
        visit,
        "desk/bulk_report.html",
        status=status,
        made=made,
        command=command,
        until=made.at + KEPT_FOR,
        problem=problem or ("" if made.content else _(NOT_SENT)),
        total=len(planned(made)),
        answered=len(outcome.rows),
        recorded=sum(row.came == DONE for row in outcome.rows),
        groups=groups(outcome, visit.who, words=CAME),
    )


def _own(visit: Visit, key: UUID) -> Round:
    """A round of one's own; another's and none at all are answered alike."""
    made = round_of(visit.who, str(key))
    if made is None:
        raise Http404(str(key))
    return made


def _command(kind: str, verb: str) -> Command:
    try:
        known = kind_named(kind)
    except KeyError as error:
        raise Http404(kind) from error
    command = known.command(verb)
    if command is None or not for_many(command, known):
        raise Http404(verb)
    return command
