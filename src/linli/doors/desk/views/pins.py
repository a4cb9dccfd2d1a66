"""Pinning a saved view or a page to the page one comes in by, and taking it away."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.models import Pin, views_for
from linli.doors.desk.pins import pin_page, pin_view
from linli.matters.command import Refused


@require_POST
@staffed
def pin(visit: Visit) -> HttpResponse:
    """A view by its id, or a page by word and place."""
    told = visit.request.POST
    try:
        if told.get("view"):
            _pin_view(visit, told["view"])
        else:
            pin_page(told.get("word", ""), visit.who, page=told.get("page", ""), at=visit.at)
        messages.success(visit.request, _("It stands on your page of today."))
    except Refused as refused:
        messages.warning(visit.request, str(refused))
    return HttpResponseRedirect(reverse("today"))


@require_POST
@staffed
def unpin(visit: Visit, pk: int) -> HttpResponse:
    if not Pin.objects.filter(pk=pk, owner=visit.who.user).delete()[0]:
        raise Http404(str(pk))
    messages.success(visit.request, _("It is off your page of today."))
    return HttpResponseRedirect(reverse("today"))


def _pin_view(visit: Visit, told: str) -> None:
    view = views_for(visit.who).filter(pk=int(told)).first() if told.isascii() and told.isdigit() else None
    if view is None:
        raise Http404(told)
    pin_view(view, visit.who, at=visit.at)
