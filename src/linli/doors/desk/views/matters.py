"""The list of matters: filters in the URL, exact counts, pages by keyset, and views saved under a name."""

from collections.abc import Sequence

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
    left_out,
    orders,
    rows_of,
    sorting,
    stage_choices,
)
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.marked import marked
from linli.doors.desk.models import Pin, SavedView, views_for, views_shown
from linli.doors.desk.pins import pin_view
from linli.doors.desk.placing import place_words, placed
from linli.doors.desk.show import show
from linli.ground.text import msg
from linli.matters.asking import SIZES, read_listing
from linli.matters.command import Refused
from linli.matters.kind import kinds
from linli.matters.picking import may_step
from linli.matters.queries import by_kind, listed_page
from linli.staff.acts import RIGHTS

ONLY_FOR_ME = msg("A view with words to search for cannot be shared. Take the words out, or keep it for yourself.")


@require_GET
@staffed
def matters(visit: Visit) -> HttpResponse:
    places = placed(dict(visit.request.GET.lists()), visit.who)
    listing = read_listing(places.told)
    known = visit.office.calendar
    found = listed_page(listing, visit.who, at=visit.at, calendar=known)
    views = views_shown(visit.who)
    asked, narrowed = listing.query(), chips(listing, places.labels)
    return show(
        visit,
        "desk/matters.html",
        listing=listing,
        found=found,
        rows=rows_of(found.rows, now=visit.at, office=visit.office),
        chips=narrowed,
        left_out=left_out(listing),
        doubts=places.doubts,
        places=place_words(listing, places),
        sorting=sorting(listing),
        orders=orders(listing),
        colours=list(Colour),
        kinds=kinds(),
        stages=stage_choices(listing),
        categories=category_choices(listing, visit.office),
        words={"whose": WHOSE, "due": DUES, "state": STATES},
        sizes=SIZES,
        pickable=may_step(visit.who),
        views=views,
        shareable=shareable(visit) if narrowed and not listing.q else [],
        only_for_me=ONLY_FOR_ME if listing.q else "",
        kept=next((one for one in views if one.owner_id == visit.who.user.pk and one.query == asked), None),
        pinnable=pinnable(visit, [one for one in views if one.query == asked]),
        marked=marked(found.rows, asked=listing.q, office=visit.office),
        of_kinds=by_kind(listing, visit.who, at=visit.at, calendar=known, total=found.total) if listing.q else {},
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


def pinnable(visit: Visit, views: Sequence[SavedView]) -> SavedView | None:
    """The first of the saved views that ask for just this which is not pinned yet."""
    pins = Pin.objects.filter(owner=visit.who.user, view__in=views).values_list("view", flat=True)
    pinned = set(pins) if views else set()
    return next((view for view in views if view.pk not in pinned), None)


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
