"""Disputes of the town, brought to the window and to the mediation table."""

from datetime import datetime, timedelta
from typing import Any

from linli.kinds.dispute.kind import DISPUTE
from linli.matters.models import Matter
from tests.kinds.dispute.told import quarrel, say
from tests.town import MONDAY, Town, opened, said

DAY = timedelta(days=1)


def registered(town: Town, at: datetime = MONDAY, **more: Any) -> Matter:
    return opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(**more), at=at)


def in_mediation(town: Town, at: datetime = MONDAY, **more: Any) -> Matter:
    matter = registered(town, at, dangers=[], **more)
    matter = said(say.accept, matter, by=town.mei, at=at)
    for side in ("a", "b"):
        matter = said(say.consent, matter, by=town.mei, at=at, side=side, agreed=True, rights_told=True)
    return said(say.name_mediator, matter, by=town.gu, at=at, mediator=town.wang)


def light(matter: Matter) -> tuple[str, str]:
    return matter.colour, matter.because
