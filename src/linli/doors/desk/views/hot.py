"""Hot and lingering issues of a unit and a period: what many told of at one place, with its words and its matters."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.reporting import asked_for, known_periods, next_period, shortcuts, today_of, units_of
from linli.doors.desk.show import show
from linli.likeness.hot import Days, found
from linli.likeness.shown_issues import shown
from linli.matters import access
from linli.matters.kind import kind_named
from linli.reports.offered import reports

COUNTED = "hot-lingering"
"""The report that counts the same by place and category, to which the page leads back."""
MOST = 20_000
"""Of how many matters, the newest: of more the command tells."""


@require_GET
@staffed
def hot(visit: Visit, kind: str) -> HttpResponse:
    """Only what the viewer may see is looked at."""
    asked = asked_for(visit)
    try:
        chosen = kind_named(kind)
    except KeyError as problem:
        raise Http404(kind) from problem
    if not chosen.tells_stories:
        raise Http404(kind)
    seen = access.visible(visit.who).filter(**{f"unit_{asked.unit.level}": asked.unit.pk})
    days = Days(asked.period.first, asked.period.last)
    issues = found(seen, kind=chosen, days=days, at=visit.at, most=MOST)
    return show(
        visit,
        "desk/hot.html",
        asked=asked,
        kind=chosen,
        counted=next((one for one in reports() if one.name == COUNTED and kind in one.kinds), None),
        hot=list(shown(issues.hot, kind=kind)),
        lingering=list(shown(issues.lingering, kind=kind)),
        most=MOST,
        shortcuts=list(shortcuts(today_of(visit))),
        known=list(known_periods(today_of(visit))),
        before=asked.period.before(),
        after=next_period(asked.period, today=today_of(visit)),
        units=units_of(visit, asked),
    )
