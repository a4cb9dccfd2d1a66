"""Publishing a month of open data, once; taking one down; and what the heartbeat does of it where the office wants."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.models import Seal
from linli.opendata.counting import counted, county
from linli.opendata.keeping import digest_of
from linli.opendata.models import OpenMonth, OpenRule
from linli.opendata.printed import printed
from linli.policy.book import book
from linli.tally.catching import behind, count_new

NOT_OVER = msg("{month} is not over yet. Publish it from {day} on.")
ALREADY = msg("{month} was published on {day}. A month is published once: two printings would tell what is hidden.")
TAKEN_DOWN = msg("{month} was taken down on {day} and is not published a second time.")
NO_COUNTY = msg("There is no county yet. Set up its units first, then publish.")
NOT_THERE = msg("{month} was never published, so it cannot be taken down.")
WAITING = msg("Not all that was entered is counted yet, and a month is published once. Publish it in a few minutes.")
NO_REASON = msg("Say why it is taken down: the reason stands in the log that everybody can read.")

MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)


class Refused(ValueError):
    """It was not done; the text says why and what to do."""


@transaction.atomic
def publish(month: date, *, at: datetime) -> OpenMonth:
    """Count and print the month of that day as the ledger stands now. Raises Refused with a sentence."""
    first, zone = month.replace(day=1), book(at).calendar.zone
    _refuse(first, at=at, zone=zone)
    rule = rule_on(day_of(at, zone=zone))
    count_new(at=at)
    if behind():
        raise Refused(_(WAITING))
    tables, places = counted(first)
    done = OpenMonth(
        month=first,
        counted_at=at,
        under=rule.under,
        licence=rule.licence,
        frozen=printed(tables, places, under=rule.under).frozen(),
        seal=Seal.objects.order_by("-last").values_list("hash", flat=True).first() or "",
    )
    done.digest = digest_of(done)
    done.save()
    return done


@transaction.atomic
def withdraw(month: date, *, reason: str, at: datetime) -> OpenMonth:
    """Take a month down for good. Raises Refused with a sentence."""
    first, zone = month.replace(day=1), book(at).calendar.zone
    known = OpenMonth.objects.select_for_update().filter(month=first).first()
    if known is None:
        raise Refused(_(NOT_THERE).format(month=f"{first:%Y-%m}"))
    if known.withdrawn_at:
        raise Refused(_(TAKEN_DOWN).format(month=known.name, day=day_of(known.withdrawn_at, zone=zone)))
    if not reason.strip():
        raise Refused(_(NO_REASON))
    known.withdrawn_at, known.withdrawn_for = at, reason.strip()
    known.save(update_fields=["withdrawn_at", "withdrawn_for"])
    return known


def publish_due(*, at: datetime) -> int:
    """The heartbeat's part: every whole month since the rule began, from the day that the office chose on.

    Where much is still to be counted, as after an import or a new way of counting, a later beat does it.
    """
    today = day_of(at, zone=book(at).calendar.zone)
    rule = rule_on(today)
    if rule.day is None or behind():
        return 0
    done = set(OpenMonth.objects.values_list("month", flat=True))
    waiting = [month for month in _whole_months(rule.valid_from, today, day=rule.day) if month not in done]
    for month in waiting:
        publish(month, at=at)
    return len(waiting)


def month_named(text: str) -> date | None:
    """The first day of 2026-05; None for what is no month."""
    try:
        return date.fromisoformat(f"{text}-01") if MONTH.fullmatch(text) else None
    except ValueError:
        return None


def rule_on(on: date) -> OpenRule:
    """The office's rule in force that day; the usual one where it has none."""
    return next((rule for rule in OpenRule.objects.all() if rule.in_force(on=on)), OpenRule(valid_from=on))


def _whole_months(since: date, today: date, *, day: int) -> Iterator[date]:
    """The months that are over, the first one with that day in it; the last one once the day of the next has come."""
    month = since.replace(day=1)
    while (after := (month + timedelta(days=31)).replace(day=1)) + timedelta(days=day - 1) <= today:
        yield month
        month = after


def _refuse(first: date, *, at: datetime, zone: str) -> None:
    name, known = f"{first:%Y-%m}", OpenMonth.objects.filter(month=first).first()
    after = (first + timedelta(days=31)).replace(day=1)
    if day_of(at, zone=zone) < after:
        raise Refused(_(NOT_OVER).format(month=name, day=after))
    if known and known.withdrawn_at:
        raise Refused(_(TAKEN_DOWN).format(month=name, day=day_of(known.withdrawn_at, zone=zone)))
    if known:
        raise Refused(_(ALREADY).format(month=name, day=day_of(known.counted_at, zone=zone)))
    if county() is None:
        raise Refused(_(NO_COUNTY))
