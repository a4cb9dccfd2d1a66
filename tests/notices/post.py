"""Small acts of the tests of notices: channels, beats, and a pebble whose finder asked to be told."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from linli.matters.everyday import note
from linli.matters.kind import _KINDS
from linli.matters.models import Matter
from linli.matters.sealing import seal_new
from linli.notices.models import Channel, Notice
from linli.notices.noticing import notice_new
from linli.notices.private import Private, keep
from linli.notices.sending import send_due
from linli.place.models import Unit
from tests.pebble.facts import Found
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, Town, said

BODY = '{"mobile":"{to}","content":"{text}","id":"{key}"}'


def begin_noticing() -> None:
    """A bookmark at the end of what was."""
    beat(at=MONDAY)


def channel(sort: str, *, unit: Unit, url: str, secret: str = "", **more: object) -> Channel:
    told = {"body": BODY, "headers": "Content-Type: application/json"} if sort == "sms" else {}
    row = Channel(
        title=f"{sort} {unit.code}", sort=sort, unit=unit, internal=True, valid_from=date(2020, 1, 1), **told, **more
    )
    keep(row, Private(url, secret))
    row.save()
    return row


def beat(*, at: datetime) -> tuple[int, int]:
    """Seal, write notices, send them."""
    seal_new(at=at)
    return notice_new(at=at), send_due(at=at)


def written(*, at: datetime) -> list[Notice]:
    """Seal and write notices, send none."""
    seal_new(at=at)
    notice_new(at=at)
    return list(Notice.objects.order_by("pk"))


def reachable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pebbles whose finder asked to be told at the number they left: of news, not of having handed it in."""
    kind = replace(PEBBLE, reach=lambda state: (state.data["finder_seq"], "phone"))
    monkeypatch.setitem(_KINDS, "pebble", kind)
    monkeypatch.setattr(Found, "for_resident", lambda found: "")


def news(town: Town, matter: Matter, *, at: datetime, text: str = "桥已修好") -> Matter:
    """A note that the finder may read."""
    return said(note, matter, by=town.mei, at=at, text=text, public=True)
