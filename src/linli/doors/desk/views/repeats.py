"""What was likely told before: while a new matter is being typed, and on the page of one that was taken in."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.looking import MOST, looked, looked_while_typing, row
from linli.doors.desk.show import fragment, show
from linli.doors.desk.views.alike import Linking, linking_in
from linli.doors.desk.views.opening import opening_of, opening_page
from linli.likeness.repeats import repeats_of
from linli.matters import access
from linli.matters.kind import kind_named
from linli.matters.models import Matter


@require_POST
@staffed
def typed_repeats(visit: Visit, kind: str) -> HttpResponse:
    """By POST, for what is typed does not belong in an address; the whole page where no script asks."""
    opening = opening_of(visit, kind)
    if not opening.kind.tells_stories:
        raise Http404(kind)
    found = looked_while_typing(visit, opening.kind, opening.form)
    if visit.fragment:
        return fragment(visit, "desk/repeats_list.html", looked=replace(found, problem=""))
    opening.form.errors.clear()
    return opening_page(visit, replace(opening, looked=found))


@require_GET
@staffed
def matter_repeats(visit: Visit, number: str) -> HttpResponse:
    seen = access.find(visit.who, number)
    linking = linking_in(visit, seen, kind_named(seen.kind))
    found = repeats_of(seen, visit.who, at=visit.at, most=MOST)
    rows = [row(one, link=_link(linking, seen, one.matter)) for one in found]
    answer, template = looked(rows, word=linking.word), "desk/repeats_list.html"
    if visit.fragment:
        return fragment(visit, template, matter=seen, looked=answer)
    return show(visit, "desk/repeats.html", matter=seen, looked=answer)


def _link(linking: Linking, seen: Matter, other: Matter) -> str:
    """The later one goes with the earlier, never the other way round."""
    later = (seen.opened_at, seen.number) > (other.opened_at, other.number)
    return f"{linking.address}{other.number}" if linking.address and later else ""
