"""The open data: the months that were published, as pages and files, for everybody and without scripts."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from linli.doors.counter.caller import Caller, open_to_all, page
from linli.doors.counter.sheets import sheets
from linli.opendata import files
from linli.opendata.models import OpenMonth
from linli.opendata.publishing import month_named, rule_on

GONE = 410
CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


@require_GET
@open_to_all
def open_data(caller: Caller) -> HttpResponse:
    """What there is, what it means, and what was published and taken down when."""
    months = list(OpenMonth.objects.all())
    rule = rule_on(caller.at.date())
    response = page(
        caller,
        "counter/open_data.html",
        months=[month for month in months if not month.withdrawn_at],
        log=_log(months),
        rule=rule,
        fields=files.FIELDS,
        measures=files.MEASURES,
        marks=files.MARKS,
    )
    return _found_by_all(response)


@require_GET
@open_to_all
def open_month(caller: Caller, month: str) -> HttpResponse:
    known = _published(month)
    if known is None or known.withdrawn_at:
        return _not_there(caller, known)
    return _found_by_all(page(caller, "counter/open_month.html", month=known, sheets=sheets(known, caller.look)))


@require_GET
@open_to_all
def open_file(caller: Caller, month: str, form: str) -> HttpResponse:
    """One month as CSV or JSON."""
    known = _published(month)
    if known is None or known.withdrawn_at:
        return _not_there(caller, known)
    if form == "json":
        return _file(files.as_json(known), JSON, f"open-data-{known}.json")
    return _file(files.as_csv([known]), CSV, f"open-data-{known}.csv")


@require_GET
@open_to_all
def open_all(caller: Caller) -> HttpResponse:
    """Every month in one file, the oldest first."""
    months = OpenMonth.objects.filter(withdrawn_at=None).order_by("month")
    return _file(files.as_csv(months), CSV, "open-data.csv")


@require_GET
@open_to_all
def open_dictionary(caller: Caller) -> HttpResponse:
    told = json.dumps(files.dictionary(), ensure_ascii=False, indent=1)
    return _file(told, JSON, "open-data-dictionary.json")


def _published(month: str) -> OpenMonth | None:
    first = month_named(month)
    return OpenMonth.objects.filter(month=first).first() if first else None


def _not_there(caller: Caller, month: OpenMonth | None) -> HttpResponse:
    """Never published, or taken down and why."""
    if month is None:
        return page(caller, "counter/missing.html", status=404)
    return page(caller, "counter/open_month.html", status=GONE, month=month, sheets=())


def _log(months: Iterable[OpenMonth]) -> list[tuple[datetime, OpenMonth, str]]:
    """What was done when, the newest first: (moment, month, why it was taken down or nothing)."""
    done = [(month.counted_at, month, "") for month in months]
    done += [(month.withdrawn_at, month, month.withdrawn_for) for month in months if month.withdrawn_at]
    return sorted(done, key=lambda one: one[0], reverse=True)


def _file(content: str, mime: str, name: str) -> HttpResponse:
    told = {"Content-Disposition": f'attachment; filename="{name}"', "Access-Control-Allow-Origin": "*"}
    return _found_by_all(HttpResponse(content, content_type=mime, headers=told))


def _found_by_all(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "index"
    return response
