"""Which other systems act from one's own posts: agreed to, or ended, by whoever holds the post."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import show
from linli.ground.text import msg
from linli.machines import tokens

AGREED = msg("“{system}” may act from your post now. You can end that here at any time.")
ENDED = msg("“{system}” opens nothing any more.")


@require_GET
@staffed
def systems(visit: Visit) -> HttpResponse:
    return show(visit, "desk/systems.html", tokens=list(tokens.of_posts(visit.who.user, at=visit.at)))


@require_POST
@staffed
def system(visit: Visit, pk: int) -> HttpResponse:
    """One's own word on one of them."""
    row = get_object_or_404(tokens.of_posts(visit.who.user, at=visit.at), pk=pk)
    do = visit.request.POST.get("do")
    if do == "agree":
        tokens.agree(row, at=visit.at)
        messages.success(visit.request, _(AGREED).format(system=row.title))
    if do == "end":
        tokens.revoke(row, at=visit.at, by=visit.who.user)
        messages.success(visit.request, _(ENDED).format(system=row.title))
    return HttpResponseRedirect(reverse("systems"))
