"""Which categories are likely for what is being typed: suggested, taken by one click, kept nowhere."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.looking import TITLE, WHAT, story_field
from linli.doors.desk.show import fragment
from linli.doors.desk.views.opening import Opening, opening_of, opening_page
from linli.ground.clock import day_of
from linli.likeness.suggesting import Suggested, suggested
from linli.policy.calendar import calendar


@require_POST
@staffed
def typed_suggestions(visit: Visit, kind: str) -> HttpResponse:
    """By POST, for what is typed does not belong in an address; the whole page where no script asks."""
    opening = opening_of(visit, kind)
    if not opening.kind.tells_stories:
        raise Http404(kind)
    opening = replace(opening, suggested=_suggested(visit, opening))
    if visit.fragment:
        return fragment(visit, "desk/suggestions_list.html", opening=opening)
    opening.form.full_clean()
    opening.form.errors.clear()
    return opening_page(visit, opening)


def _suggested(visit: Visit, opening: Opening) -> Suggested:
    """Nothing is filled in over what somebody chose."""
    told, on = visit.request.POST, day_of(visit.at, zone=calendar().zone)
    found = suggested(told.get(TITLE, ""), told.get(story_field(opening.kind), ""), kind=opening.kind, on=on)
    return replace(found, fills="") if told.get(WHAT) else found
