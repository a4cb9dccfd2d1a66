"""A sender of notices that is killed and begun again: `found` writes them, `send` sends, `left` says what is left."""

import json
import os
import sys
from datetime import date, datetime, timedelta

from django.db.models import Count

from linli.matters.sealing import seal_new
from linli.notices.models import Channel, Notice
from linli.notices.noticing import notice_new
from linli.notices.private import Private, keep
from linli.notices.sending import send_due
from linli.notices.signing import make_webhook_secret
from tests.crash.founding import founded
from tests.town import MONDAY, pebble

PEBBLES = 40


def main() -> None:
    {"found": found, "send": send, "left": left}[os.environ["NOTIFYING"]]()


def found() -> None:
    """Forty pebbles, a webhook and a bot: eighty notices."""
    town = founded()
    notice_new(at=MONDAY)
    for sort in ("webhook", "wecom"):
        row = Channel(title=sort, sort=sort, unit=town.county, internal=True, valid_from=date(2020, 1, 1))
        keep(row, Private(os.environ["RECEIVER"], make_webhook_secret() if sort == "webhook" else ""))
        row.save()
    for number in range(PEBBLES):
        pebble(town, title=f"石子{number}")
    seal_new(at=MONDAY)
    json.dump(notice_new(at=MONDAY), sys.stdout)


def send() -> None:
    """Beat after beat from the given hour on; each beat outlasts the leases of the one before."""
    at = now()
    for beat in range(12):
        send_due(at=at + beat * timedelta(minutes=5))
    json.dump("all beats done", sys.stdout)


def left() -> None:
    """Each state with its number, and all keys."""
    states = dict(Notice.objects.values_list("state").annotate(Count("pk")).order_by("state"))
    json.dump({"states": states, "keys": sorted(Notice.objects.values_list("key", flat=True))}, sys.stdout)


def now() -> datetime:
    return MONDAY + int(os.environ["HOUR"]) * timedelta(hours=1)
