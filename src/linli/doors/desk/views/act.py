"""The posting view of one matter: the word in the URL is the command that is said to it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect, push_url, reswap, retarget

from linli.doors.desk import at_work
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.ready import filled_in, long_text, phrases_for
from linli.doors.desk.show import fragment
from linli.doors.desk.steps import Rights, Step, form_for, new_key, scene_for, told_content, told_key, told_version
from linli.doors.desk.views.matter import matter_page
from linli.ground.clock import day_of
from linli.matters import access, uploads
from linli.matters.carrying import carried_out
from linli.matters.command import CommandForm
from linli.matters.commands import Conflict, NotAllowed, Refused, Saying, SentBefore, answered, in_hand
from linli.matters.kind import Kind, kind_named
from linli.matters.lines import names_of, said_by_people, tell
from linli.matters.models import Event, Matter
from linli.matters.named import Names
from linli.matters.reach import posts_for
from linli.matters.reading import events_of, withheld_from
from linli.matters.words import Book, words_of
from linli.policy.models import Phrase
from linli.reports.meeting import meetings


@require_http_methods(["GET", "POST"])
@staffed
def act(visit: Visit, number: str, verb: str) -> HttpResponse:
    """GET opens the small form of a step, POST says it."""
    seen = access.find(visit.who, number)
    command = kind_named(seen.kind).command(verb)
    if command is None or command.only_beside:
        raise Http404(verb)
    by = Rights(visit, seen).post(command.act, of=command.of)
    if by is None:
        raise PermissionDenied(_(NOT_YOURS))
    state = in_hand(seen).state
    others = partial(posts_for, visit.who, command.act, seen, of=command.of)
    scene = scene_for(visit, state, by=by, number=number)._replace(others=others)
    if visit.posted:
        form = form_for(command, scene, data=visit.request.POST, files=visit.request.FILES)
        key, version = told_key(visit.request.POST), told_version(visit.request.POST)
        return _said(visit, seen, Step(command, form, key, version))
    form = form_for(command, scene, initial=visit.request.GET.dict())
    form.initial.update(
        filled_in(phrases_at(visit, seen, form, verb=verb), visit.request.GET.get("phrase", ""), form=form)
    )
    refusal = kind_named(seen.kind).refusal(command, state, user=visit.who.user.pk)
    step = Step(command, form, new_key(), seen.version, problem=_(refusal) if refusal else "")
    return _answer(visit, seen, step, status=409 if refusal else 200)


def _said(visit: Visit, seen: Matter, step: Step) -> HttpResponse:
    content = told_content(visit.request, step.command.name, number=seen.number)
    saying = Saying(visit.who, visit.at, step.key, version=step.version, request=visit.id, content=content)
    if uploads.too_large(visit.request):
        return _answer(visit, seen, replace(step, problem=_(uploads.TOO_LARGE)), status=413)
    try:
        return _taken(visit, seen, step, saying=saying)
    except SentBefore as refused:
        return _answer(visit, seen, replace(step, key=new_key(), problem=str(refused)), status=409)


def _taken(visit: Visit, seen: Matter, step: Step, *, saying: Saying) -> HttpResponse:
    if done := answered(saying):
        return _done(visit, done.matter, step)
    if not step.form.is_valid():
        return _conflict(visit, seen, step) if step.version != seen.version else _answer(visit, seen, step, status=422)
    try:
        moved = carried_out(step.command, seen, step.form.cleaned_data, saying=saying).matter
    except uploads.Unfit as unfit:
        return _answer(visit, seen, replace(step, problem=str(unfit)), status=422)
    except SentBefore:
        raise
    except Refused as refused:
        return _answer(visit, seen, replace(step, problem=str(refused)), status=409)
    except Conflict:
        return _conflict(visit, access.find(visit.who, seen.number), step)
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    return _done(visit, moved, step)


def _conflict(visit: Visit, seen: Matter, step: Step) -> HttpResponse:
    """Somebody was first: what they did, my words still in the form, and all around them as it is now."""
    events, kind, book, names = after(visit, seen, step.version)
    meanwhile = tell(events, kind=kind, book=book, names=names)
    own = {line.user for line in meanwhile if line.user} == {visit.who.user.pk}
    again = replace(step, version=seen.version, meanwhile=meanwhile, own=own)
    response = matter_page(visit, seen, step=again, status=409)
    if not visit.fragment:
        return response
    response.headers["HX-Reswap"] = "outerHTML show:#step:top"
    return retarget(response, "#matter")


def _answer(visit: Visit, seen: Matter, step: Step, *, status: int) -> HttpResponse:
    verb, user = step.command.name, visit.who.user
    at_work.opened(seen, verb, by=user, at=visit.at)
    others = at_work.others(seen, verb, but=user, at=visit.at)
    phrases = phrases_at(visit, seen, step.form, verb=verb)
    step = replace(step, back=meeting_of(visit), others=others, phrases=phrases)
    if visit.fragment:
        return fragment(visit, "desk/step.html", status=status, matter=seen, step=step)
    return matter_page(visit, seen, step=step, status=status)


def phrases_at(visit: Visit, seen: Matter, form: CommandForm, *, verb: str) -> tuple[Phrase, ...]:
    on = day_of(visit.at, zone=visit.office.calendar.zone)
    return phrases_for(seen.kind, verb, on=on) if long_text(form) else ()


def _done(visit: Visit, moved: Matter, step: Step) -> HttpResponse:
    """Back to the page, with what was recorded; to the list when it has left one's hands."""
    at_work.done(moved, step.command.name, by=visit.who.user)
    events, kind, book, names = after(visit, moved, step.version)
    said = " ".join(said_by_people(events, kind=kind, book=book, names=names))
    sentence = _("Recorded: {what}").format(what=said) if said else _("Recorded.")
    mine, meeting = access.sees(visit.who, moved), meeting_of(visit)
    here = mine and not meeting
    place = reverse("matter", args=(moved.number,)) if here else meeting or reverse("matters")
    if visit.fragment and here:
        response = matter_page(visit, moved, said=sentence)
        return push_url(reswap(retarget(response, "#matter"), "outerHTML"), place)
    messages.success(visit.request, sentence)
    return (
        HttpResponseClientRedirect(place) if visit.fragment else HttpResponse(status=303, headers={"Location": place})
    )


def meeting_of(visit: Visit) -> str:
    """The address of the meeting that the step was opened from, if it is theirs to read."""
    asked = visit.request.POST if visit.posted else visit.request.GET
    number = asked.get("meeting", "")
    found = meetings(visit.who).filter(number=number).first() if number else None
    return reverse("meeting", args=(found.number,)) if found else ""


def after(visit: Visit, seen: Matter, version: int) -> tuple[Sequence[Event], Kind, Book, Names]:
    """What happened to a matter after a version of it, and what it is put into sentences with."""
    kind, events = kind_named(seen.kind), events_of(seen, after=version)
    state = in_hand(seen).state
    book = words_of(seen, masks=kind.masks, withheld=withheld_from(visit.who, seen, state))
    return events, kind, book, names_of(state, events)
