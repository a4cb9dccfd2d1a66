"""The filters of a list of requests: by number, service, status and days, ninety days or a thousand at most."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from linli.doors.open311.answers import Failed
from linli.doors.open311.gate import Asking
from linli.ground.clock import can_be_meant
from linli.ground.text import msg
from linli.matters.models import Matter
from linli.matters.openly import candidates

SPAN, MOST, NUMBERS = timedelta(days=90), 1000, 100
STATUSES = {"open": True, "closed": False}
NO_STATUS = msg("status is open, closed, or both with a comma between them.")
NO_MOMENT = msg("{name} is a W3C moment with its zone, as in 2026-03-02T09:00:00+08:00.")
TOO_LONG = msg("start_date and end_date span 90 days at most.")


@dataclass(frozen=True)
class Span:
    start: datetime
    end: datetime


def asked_for(asking: Asking) -> QuerySet[Matter]:
    """The rows that are asked for, newest first. Raises Failed."""
    rows = candidates(asking.kinds).order_by("-opened_at", "-pk")
    numbers = _several(asking.told.get("service_request_id", ""))
    if numbers:
        return rows.filter(number__in=numbers[:NUMBERS])
    found = _span(asking)
    rows = rows.filter(opened_at__gte=found.start, opened_at__lte=found.end)
    if codes := _several(asking.told.get("service_code", "")):
        rows = rows.filter(category__in=codes[:NUMBERS])
    return rows.filter(_status(_several(asking.told.get("status", ""))))[:MOST]


def _span(asking: Asking) -> Span:
    """Ninety days up to now, or around the one end that was told."""
    start, end = (_moment(asking, name) for name in ("start_date", "end_date"))
    if start and end and end - start > SPAN:
        raise Failed(400, (_(TOO_LONG),))
    if start:
        return Span(start, end or start + SPAN)
    until = end or asking.at
    return Span(until - SPAN, until)


def _moment(asking: Asking, name: str) -> datetime | None:
    text = asking.told.get(name, "").replace(" ", "+")
    if not text:
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or not can_be_meant(found.date()):
        raise Failed(400, (_(NO_MOMENT).format(name=name),))
    return found


def _status(asked: list[str]) -> Q:
    if set(asked) - set(STATUSES):
        raise Failed(400, (_(NO_STATUS),))
    wanted = {STATUSES[name] for name in asked}
    return Q(closed_at__isnull=wanted.pop()) if len(wanted) == 1 else Q()


def _several(text: Any) -> list[str]:
    return list(_parts(str(text)))


def _parts(text: str) -> Iterator[str]:
    yield from (part.strip() for part in text.split(",") if part.strip())
