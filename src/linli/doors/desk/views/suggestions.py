"""Which categories are likely for what is being typed: suggested, taken by one click, kept nowhere."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.looking import suggested_while_typing
from linli.doors.desk.show import fragment
from linli.doors.desk.views.opening import opening_of, opening_page


@require_POST
@staffed
def typed_suggestions(visit: Visit, kind: str) -> HttpResponse:
    """By POST, for what is typed does not belong in an address; the whole page where no script asks."""
    opening = opening_of(visit, kind)
    if not opening.kind.tells_stories:
        raise Http404(kind)
    opening = replace(opening, suggested=suggested_while_typing(visit, opening.kind, fills=True))
    if visit.fragment:
        return fragment(visit, "desk/suggestions_list.html", opening=opening)
    opening.form.full_clean()
    opening.form.errors.clear()
    return opening_page(visit, opening)
