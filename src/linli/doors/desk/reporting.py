"""What a page of a report is asked with: unit, period, another period beside it; and how a figure leads to its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from linli.doors.desk.gate import NOT_YOURS, Visit
from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters import access
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.files import remarks
from linli.reports.offered import reports
from linli.reports.printed import Cell, Head, Printed, PrintedSection
from linli.reports.report import WINDOWS
from linli.tally.periods import MONTH, SORTS, BadPeriod, Period, last_month, period_named

SHORTCUTS = {
    "this_month": msg("This month"),
    "last_month": msg("Last month"),
    "quarter": msg("This quarter"),
    "half": msg("This half-year"),
    "year_to": msg("Year to date"),
    "last_year": msg("Last year"),
}
FILES = (("xlsx", "Excel"), ("docx", "Word"), ("csv", "CSV"), ("json", "JSON"))
NO_UNIT = msg("No one unit of yours is called “{text}”. Choose it from the list that opens while you type.")
MANY = 20
BACK = "back"


@dataclass(frozen=True)
class Asked:
    """A report of a unit over a period, maybe with another period beside it; `problem` says what could not be read."""

    unit: Unit
    period: Period
    against: Period | None = None
    problem: str = ""
    typed: str = ""
    """The period as it stands in the field: what was typed stays there, also where it names none."""

    def query(self, **more: str) -> str:
        """As the query of a link; what is empty is left out."""
        told = {"unit": self.unit.code, "period": self.period.name}
        told |= {"against": self.against.name} if self.against else {}
        return urlencode({name: value for name, value in {**told, **more}.items() if value})


@dataclass(frozen=True)
class Beside:
    """The same cells of another period, found by section, row and column."""

    word: str
    cells: Mapping[tuple[str, tuple[str, ...], int], Cell]

    def of(self, section: PrintedSection, key: tuple[str, ...], label: str, place: int) -> Cell | None:
        return self.cells.get((section.name, key or (label,), place))


@dataclass(frozen=True)
class Back:
    """The report whose figure the rows are behind, as it was looked at."""

    word: str
    url: str


def asked_for(visit: Visit) -> Asked:
    """What the address says; what cannot be read is told in a sentence and replaced by what is near at hand.

    Raises PermissionDenied without a post that sees, Http404 where the unit is not theirs to see.
    """
    told = visit.request.GET
    unit, problem = _unit(visit, told.get("unit", "").strip())
    if access.posting_at(visit.who, "see", unit) is None:
        raise Http404(unit.code)
    period, wrong = _period(told.get("period", ""), otherwise=last_month(today_of(visit)))
    against, wrong_too = _period(told.get("against", ""), otherwise=None)
    assert period is not None
    problems = " ".join(one for one in (problem, wrong, wrong_too) if one)
    return Asked(unit, period, against, problems, told.get("period", "") if wrong else period.name)


def units_of(visit: Visit, asked: Asked) -> list[Unit]:
    """Where one may go from here: up, and to those right below."""
    below = Unit.objects.filter(parent=asked.unit, closed_on=None).order_by("level", "kind", "code")
    above = Unit.objects.filter(pk=asked.unit.parent_id or 0)
    return [one for one in (*above, *below) if access.posting_at(visit.who, "see", one)]


def today_of(visit: Visit) -> date:
    return day_of(visit.at, zone=calendar().zone)


def shortcuts(today: date) -> Iterator[tuple[str, Period]]:
    """Periods that are asked for every week, by their words."""
    names = {
        "this_month": f"{today:%Y-%m}",
        "last_month": last_month(today).name,
        "quarter": f"{today.year}-Q{(today.month + 2) // 3}",
        "half": f"{today.year}-H{(today.month + 5) // 6}",
        "year_to": f"year-to:{today}",
        "last_year": f"{today.year - 1}",
    }
    for name, word in SHORTCUTS.items():
        yield _(word), period_named(names[name])


def known_periods(today: date) -> Iterator[Period]:
    """What is offered while a period is typed: the months of the last year, its quarters, and the years."""
    month = period_named(f"{today:%Y-%m}")
    for _step in range(13):
        yield month
        month = month.before() or month
    for year in (today.year, today.year - 1):
        yield from (period_named(f"{year}-Q{quarter}") for quarter in range(4, 0, -1))
        yield period_named(f"{year}")


def next_period(period: Period, *, today: date) -> Period | None:
    """The one after, of the same length; None where it has not begun."""
    if period.sort not in SORTS[:6]:
        return None
    begins = period.last + timedelta(days=1)
    names = {
        "day": f"{begins}",
        "week": "{}-W{:02}".format(*begins.isocalendar()[:2]),
        MONTH: f"{begins:%Y-%m}",
        "quarter": f"{begins.year}-Q{(begins.month + 2) // 3}",
        "half": f"{begins.year}-H{(begins.month + 5) // 6}",
        "year": f"{begins.year}",
    }
    return period_named(names[period.sort]) if begins <= today else None


def beside(printed: Printed) -> Beside:
    """A printed report, to be laid beside another period of itself."""
    cells = {
        (section.name, row.key or (row.label,), place): cell
        for section in printed.sections
        for row in section.every_row
        for place, cell in enumerate(row.cells)
    }
    return Beside(printed.period_word, cells)


def rows_address(query: str, number: str = "", *, back: str = "") -> str:
    """Where the rows behind a figure stand: as they are now, or as they were when it was issued."""
    before, after = _around(number, back)
    return f"{before}{query}{after}"


@lru_cache(maxsize=100)
def _around(number: str, back: str) -> tuple[str, str]:
    """Kept, for a page has thousands of addresses that differ in between alone."""
    address = reverse("issued-rows", args=(number,)) if number else reverse("report-rows")
    return f"{address}?", f"&{urlencode({BACK: back})}" if back else ""


def way_back(asked: Asked, report: str) -> str:
    """The report as it is looked at, for the rows of its figures to lead back to."""
    return f"{report}?{asked.query()}"


def came_from(told: str) -> Back | None:
    """The page that `way_back` tells of; None where it is anything else."""
    name, _mark, query = told.partition("?")
    report = next((one for one in reports() if one.name == name), None)
    if report is None:
        return None
    asked = [(key, value) for key in ("unit", "period", "against") for value in QueryDict(query).getlist(key)[:1]]
    return Back(_(report.word), f"{reverse('report', args=(name,))}?{urlencode(asked)}")


def head_groups(section: PrintedSection) -> list[tuple[str, list[Head]]]:
    """The heads in runs of those that share a head above theirs."""
    return [(under, list(heads)) for under, heads in groupby(section.heads, key=lambda head: head.under)]


def drawn(printed: Printed, *, back: str = "") -> dict[str, Any]:
    """What the templates of a report, live or issued, draw it with."""
    return {
        "printed": printed,
        "remarks": remarks(printed),
        "charts": [_chart(section) for section in printed.sections],
        "rows_address": partial(rows_address, back=back),
        "head_groups": head_groups,
        "window_words": WINDOWS,
        "sorts": FILES,
    }


def _chart(section: PrintedSection) -> dict[str, Any] | None:
    """None where nothing is drawn, or where there is nothing to be seen."""
    series = [{"name": one.name, "values": one.values} for one in section.series]
    if len(section.rows) < 2 or not any(value for one in series for value in one["values"]):
        return None
    return {"sort": section.chart, "labels": section.labels, "series": series}


def _unit(visit: Visit, text: str) -> tuple[Unit, str]:
    post = next(iter(visit.who.posts_for("see")), None)
    if post is None:
        raise PermissionDenied(_(NOT_YOURS))
    code = text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text
    found = Unit.objects.filter(code=code).first() or _named(visit, text) if code else None
    return found or Unit.objects.get(pk=post.unit_id), _(NO_UNIT).format(text=text) if code and not found else ""


def _named(visit: Visit, name: str) -> Unit | None:
    """The one unit of that name whose matters they see; of several none, for nobody can know which is meant."""
    found = [one for one in Unit.objects.filter(name=name)[:MANY] if access.posting_at(visit.who, "see", one)]
    return found[0] if len(found) == 1 else None


def _period(text: str, *, otherwise: Period | None) -> tuple[Period | None, str]:
    if not text.strip():
        return otherwise, ""
    try:
        return period_named(text), ""
    except BadPeriod as problem:
        return otherwise, str(problem)
