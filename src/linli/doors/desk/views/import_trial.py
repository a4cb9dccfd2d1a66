"""A list that comes in: what it would do, what its unknown words stand for, and then its good rows or nothing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from linli.doors.desk.bringing import NONE_REFUSED, with_words, words_asked
from linli.doors.desk.bringing import Refused as WordsRefused
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.import_progress import taken_page
from linli.doors.desk.show import show
from linli.doors.desk.views.import_columns import by_of, find, kept
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.kind import kind_named
from linli.sheets.codes import codes_of
from linli.sheets.delivering import LASTS, SOURCE, incoming_of, mapping_of, opened, remap, weigh, weight_of
from linli.sheets.delivering import find as found_delivery
from linli.sheets.doubts import of_columns, of_rows, of_sources, of_words
from linli.sheets.going_on import begin, go_on, leave
from linli.sheets.models import Delivery
from linli.sheets.sentences import RESULT, telling, told_of
from linli.sheets.weighing import Weight
from linli.staff.posts import Held

SHOWN = 50
NOT_ALL = msg("An answer is not on its list, and was not kept. It is marked below; all others were kept.")


@require_http_methods(["GET", "POST"])
@staffed
def import_trial(visit: Visit, key: UUID) -> HttpResponse:
    """Run through it without writing anything; words that stand for nothing can be told here."""
    delivery = find(visit, key)
    by = by_of(visit, delivery)
    if visit.posted:
        return _answered(visit, delivery, by=by)
    weight = weight_of(delivery)
    if weight is None:
        return HttpResponseRedirect(reverse("import-columns", args=(key,)))
    return _page(visit, delivery, weight)


def _answered(visit: Visit, delivery: Delivery, *, by: Held) -> HttpResponse:
    """Whatever answer can be kept is; where one cannot the page stays, with what was typed."""
    kind = kind_named(delivery.kind)
    told, how = visit.request.POST, mapping_of(delivery)
    how, refused = with_words(told, how, incoming=incoming_of(kind), codes=codes_of(kind))
    remap(delivery, how)
    sentences = telling(opened(delivery)[0], kind) if how.name else frozenset[str]()
    if problem := kept(how, by=by, visit=visit, telling=sentences):
        messages.error(visit.request, problem)
    weight = weigh(delivery, by=by, at=visit.at)
    if refused:
        return _page(visit, delivery, weight, problem=_(NOT_ALL), status=422, refused=refused)
    return HttpResponseRedirect(reverse("import-trial", args=(delivery.key,)))


@require_POST
@staffed
def import_take(visit: Visit, key: UUID) -> HttpResponse:
    """Its good rows, or nothing: then the file is let go."""
    delivery = find(visit, key)
    by = by_of(visit, delivery)
    if visit.request.POST.get("do") == "nothing":
        leave(delivery, at=visit.at)
        messages.success(visit.request, _("Nothing was taken in, and {file} was let go.").format(file=delivery))
        return HttpResponseRedirect(reverse("imports"))
    try:
        begin(delivery, by=by, at=visit.at)
    except Refused as refused:
        weight = weight_of(delivery)
        if weight is None:
            messages.error(visit.request, str(refused))
            return HttpResponseRedirect(reverse("import-columns", args=(key,)))
        return _page(visit, delivery, weight, problem=str(refused), status=409)
    return HttpResponseRedirect(reverse("import", args=(key,)))


@require_POST
@staffed
def import_on(visit: Visit, key: UUID) -> HttpResponse:
    """A little further, and how far it got; without scripts the button of the page comes here."""
    delivery = found_delivery(visit.who, key)
    if delivery.taking_id is None:
        raise Http404(str(key))
    go_on(delivery, at=visit.at)
    return taken_page(visit, delivery, only_part=visit.fragment)


def _page(
    visit: Visit,
    delivery: Delivery,
    weight: Weight,
    *,
    problem: str = "",
    status: int = 200,
    refused: WordsRefused = NONE_REFUSED,
) -> HttpResponse:
    kind, how = kind_named(delivery.kind), mapping_of(delivery)
    incoming = incoming_of(kind)
    asked = words_asked(weight.words, how, kind, codes=codes_of(kind), refused=refused) if weight.words else []
    values: dict[str, Any] = {"how": how, "weight": weight, "shown": weight.complaints[:SHOWN], "asked": asked}
    values["days"] = LASTS.days
    values["hints"] = list(of_words(how, incoming, weight.words.get(RESULT, ())))
    values["doubts"] = [
        *of_columns(how, incoming, telling=told_of(how, weight.words.get(RESULT, ()))),
        *of_sources(weight, own=how.source or SOURCE),
        *of_rows(weight),
    ]
    return show(visit, "desk/import_trial.html", status=status, delivery=delivery, kind=kind, problem=problem, **values)
