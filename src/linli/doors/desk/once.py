"""A form that opens a matter opens one: its key stands in its address, so whoever goes back comes to the same key."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from linli.doors.desk.gate import Visit
from linli.doors.desk.steps import new_key
from linli.ground.text import msg
from linli.matters.commands import Saying, answered
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.policy.present import lasted

KEPT_FOR = timedelta(days=1)
"""How long an address that was used leads to what was opened with it: then a kept bookmark is a fresh form again."""
ALREADY = msg(
    "Already taken in as {number}: this is it, and nothing was recorded twice. For another one, open a new form."
)
OTHERWISE = msg(
    "This form was sent once already and taken in as {number}, with other words. To put something right, open that "
    "matter; if this is another one, send it once more."
)


def to_fresh_form(kind: Kind) -> HttpResponse:
    """To a form that nobody sent yet."""
    return HttpResponseRedirect(f"{reverse('open', args=(kind.name,))}?{urlencode({'key': new_key()})}")


def asked_key(visit: Visit) -> str:
    """The key in the address; empty where there is none that a form of ours could have."""
    try:
        return str(UUID(visit.request.GET.get("key", "")))
    except ValueError:
        return ""


def sent_already(visit: Visit, kind: Kind, key: str) -> HttpResponse | None:
    """Where the form of that key leads once it was sent: to what it opened. None while it was not."""
    try:
        done = answered(Saying(visit.who, visit.at, key))
    except Http404:
        return to_fresh_form(kind)
    if done is None:
        return None
    lately = visit.at - done.matter.opened_at < lasted(KEPT_FOR)
    return to_matter(visit, done.matter, again=True) if lately else to_fresh_form(kind)


def number_before(visit: Visit, key: str) -> str:
    """The number of what was opened with that key; empty where nothing was, or where it is out of sight by now."""
    try:
        done = answered(Saying(visit.who, visit.at, key))
    except Http404:
        return ""
    return done.matter.number if done else ""


def to_matter(visit: Visit, matter: Matter, *, again: bool) -> HttpResponse:
    """To what was opened; where that was not just now, with a sentence that says so."""
    if again:
        messages.info(visit.request, _(ALREADY).format(number=matter.number))
    return HttpResponse(status=303, headers={"Location": reverse("matter", args=(matter.number,))})
