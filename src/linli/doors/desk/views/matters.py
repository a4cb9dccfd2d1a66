"""The list of matters: filters in the URL, exact counts, pages by keyset, and views saved under a name."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linli.colours.colour import Colour
from linli.doors.desk.filters import (
    DUES,
    STATES,
    WHOSE,
    category_choices,
    chips,
    rows_of,
    sorting,
    stage_choices,
)
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.marked import marked
from linli.doors.desk.models import Pin, SavedView, views_for
from linli.doors.desk.pins import pin_view
from linli.doors.desk.show import show
from linli.ground.text import msg
from linli.matters.asking import SIZES, read_listing
from linli.matters.command import Refused
from linli.matters.kind import kinds
from linli.matters.picking import may_step
from linli.matters.queries import by_kind, page
from linli.policy.calendar import calendar
from linli.staff.acts import RIGHTS

ONLY_FOR_ME = msg("A view with words to search for cannot be shared. Take the words out, or keep it for yourself.")


@require_GET
@staffed
def matters(visit: Visit) -> HttpResponse:
    listing = read_listing(dict(visit.request.GET.lists()))
    known = calendar()
    found = page(listing, visit.who, at=visit.at, calendar=known)
    return show(
        visit,
        "desk/matters.html",
        listing=listing,
        found=found,
        rows=rows_of(found.rows, now=visit.at, calendar=known),
        chips=chips(listing),
        sorting=sorting(listing),
        colours=list(Colour),
        kinds=kinds(),
        stages=stage_choices(listing),
        categories=category_choices(listing),
        words={"whose": WHOSE, "due": DUES, "state": STATES},
        sizes=SIZES,
        pickable=may_step(visit.who),
        shareable=[] if listing.q else shareable(visit),
        only_for_me=ONLY_FOR_ME if listing.q else "",
        kept=SavedView.objects.filter(owner=visit.who.user, query=listing.query()).first(),
        pinnable=pinnable(visit, listing.query()),
        marked=marked(found.rows, asked=listing.q),
        of_kinds=by_kind(listing, visit.who, at=visit.at, calendar=known) if listing.q else {},
    )


@require_POST
@staffed
def save_view(visit: Visit) -> HttpResponse:
    """Keep a way of asking under a name, for oneself or for a unit one has a post in."""
    title = visit.request.POST.get("title", "").strip()[:40]
    listing = read_listing(dict(_posted_query(visit)))
    query, unit = listing.query()[:400], visit.request.POST.get("share", "")
    shared = next((pk for pk, _name in shareable(visit) if str(pk) == unit), None)
    if not title:
        messages.warning(visit.request, _("Give the view a name first."))
    elif shared and listing.q:
        messages.warning(visit.request, _(ONLY_FOR_ME))
    else:
        told = {"unit_id": shared, "title": title, "query": query, "made_at": visit.at}
        _saved(visit, SavedView.objects.create(owner=visit.who.user, **told))
    return HttpResponseRedirect(f"{reverse('matters')}?{query}")


@require_POST
@staffed
def forget_view(visit: Visit, pk: int) -> HttpResponse:
    """Only the one who saved a view takes it away again."""
    view = views_for(visit.who).filter(pk=pk, owner=visit.who.user).first()
    if view is None:
        raise Http404(str(pk))
    view.delete()
    messages.success(visit.request, _("The view “{title}” is gone.").format(title=view.title))
    return HttpResponseRedirect(reverse("matters"))


def pinnable(visit: Visit, query: str) -> SavedView | None:
    """A saved view that asks for just this, one's own or one's unit's, and is not pinned yet."""
    pinned = Pin.objects.filter(owner=visit.who.user).exclude(view=None).values("view")
    return views_for(visit.who).filter(query=query).exclude(pk__in=pinned).first()


def shareable(visit: Visit) -> list[tuple[int, str]]:
    """The units for which the viewer may save a view: those where they record or lead."""
    roles = RIGHTS["record"] | RIGHTS["assign"]
    return [(post.unit_id, visit.units[post.unit_id]) for post in visit.who.posts if post.role in roles]


def _saved(visit: Visit, view: SavedView) -> None:
    messages.success(visit.request, _("Saved as “{title}”.").format(title=view.title))
    try:
        if visit.request.POST.get("pin"):
            pin_view(view, visit.who, at=visit.at)
    except Refused as refused:
        messages.warning(visit.request, str(refused))


def _posted_query(visit: Visit) -> list[tuple[str, list[str]]]:
    left_out = ("title", "share", "pin", "csrfmiddlewaretoken")
    return [(name, values) for name, values in visit.request.POST.lists() if name not in left_out]
