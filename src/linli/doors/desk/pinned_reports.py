"""What a pinned report shows on the page one comes in by: its leading figure, of when, and how it moved."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from linli.doors.desk.pins import NO_FIGURE, Shown, To
from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports import offered
from linli.reports.leading import Lead, leads
from linli.tally.catching import catch_up
from linli.tally.periods import BadPeriod, Period, last_month, period_named

MOVED = msg("{change} on the period before")
Asked = tuple[Unit, Period]


def figures(who: Viewer, pinned: Sequence[To], at: datetime) -> list[Shown]:
    """Of all pinned reports, those of one unit and period asked together; without a figure where one may not see."""
    today, units = day_of(at, zone=calendar().zone), _units(who, pinned)
    asked = [(to.told["name"], _asked(to, units, today)) for to in pinned]
    _complete = catch_up()
    found = {
        one: _leads(one, [name for name, what in asked if what == one], today)
        for one in {what for _name, what in asked if what}
    }
    return [_shown(found[one].get(name), one[1]) if one else NO_FIGURE for name, one in asked]


def _leads(one: Asked, names: Iterable[str], today: date) -> Mapping[str, Lead | None]:
    reports = [report for report in offered.reports() if report.name in names]
    told = leads(reports, *one, today=today)
    return {report.name: lead for report, lead in zip(reports, told, strict=True)}


def _shown(lead: Lead | None, period: Period) -> Shown:
    if lead is None:
        return NO_FIGURE
    moved = _(MOVED).format(change=lead.change) if lead.change else ""
    return Shown(lead.text, lead.word, period.word, moved)


def _units(who: Viewer, pinned: Sequence[To]) -> Mapping[str, Unit]:
    """Those that are named and whose matters they see; under no name the one whose reports open by themselves."""
    codes = {to.query.get("unit", "") for to in pinned}
    first = next(iter(who.posts_for("see")), None)
    named = {unit.code: unit for unit in Unit.objects.filter(code__in=codes) if access.posting_at(who, "see", unit)}
    own = Unit.objects.get(pk=first.unit_id) if first and "" in codes else None
    return {**named, **({"": own} if own else {})}


def _asked(to: To, units: Mapping[str, Unit], today: date) -> Asked | None:
    unit, told = units.get(to.query.get("unit") or ""), to.query.get("period")
    try:
        period = period_named(told) if told else last_month(today)
    except BadPeriod:
        period = last_month(today)
    return (unit, period) if unit else None
