"""The wall of a meeting room: one matter at a time, stepped through by keys, buttons or plain links."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import show
from linli.doors.desk.views.meeting import sections_of
from linli.doors.desk.wall import Place, places, slide
from linli.reports.meeting import find
from linli.reports.sections import Found


@require_GET
@staffed
def wall(visit: Visit, number: str) -> HttpResponse:
    meeting = find(visit.who, number)
    sections = sections_of(meeting)
    order = places(sections)
    at = _at(visit.request.GET.get("at", ""), most=len(order))
    here = order[at - 1] if order else None
    return show(
        visit,
        "desk/wall.html",
        theme="dark",
        meeting=meeting,
        sort_word=meeting.get_sort_display(),
        strip=strip(sections, order),
        place=here,
        then=Colour(here.row.colour) if here else None,
        slide=slide(visit, here.row) if here else None,
        at_place=at,
        count=len(order),
    )


def strip(sections: tuple[Found, ...], order: list[Place]) -> list[tuple[str, str, int, int]]:
    """Every section that has rows: its name, word and figure, and where its first matter stands."""
    where = {place.row.matter: number for number, place in enumerate(order, 1)}
    return [
        (one.section.name, _(one.section.word), one.figure, where[one.rows[0].matter]) for one in sections if one.rows
    ]


def _at(text: str, *, most: int) -> int:
    """The place that was asked for, kept within the list."""
    asked = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
    return max(1, min(asked, most))
