"""The front page of the counter: what can be handed in, following with a code, and whom to call instead."""

from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from linli.doors.counter.caller import Caller, open_to_all, page
from linli.doors.counter.look import remember, switched
from linli.matters.following import at_the_counter
from linli.matters.kind import Kind, kinds

WITHIN = ("/counter/", "/t/", "/open/")


@require_GET
@open_to_all
def front(caller: Caller) -> HttpResponse:
    response = page(caller, "counter/front.html", kinds=handed_in(caller))
    response.headers["X-Robots-Tag"] = "index"
    return response


@require_POST
@open_to_all
def look(caller: Caller) -> HttpResponse:
    """Switch language, size or light, and back to where they were."""
    place = caller.request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(place, allowed_hosts=None) and place.startswith(WITHIN)
    response = HttpResponseRedirect(place if here else "/counter/")
    return remember(response, switched(caller.look, caller.request.POST.get("look", "")))


def handed_in(caller: Caller) -> list[Kind]:
    """The kinds that residents may hand in; none as long as the house has no units."""
    return [kind for kind in kinds() if kind.counter] if at_the_counter(at=caller.at).posts else []
