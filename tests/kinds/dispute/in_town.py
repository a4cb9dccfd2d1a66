"""Disputes of the town, brought to the window and to the mediation table."""

from datetime import timedelta
from typing import Any

from linli.kinds.dispute.kind import DISPUTE
from linli.matters.models import Matter
from tests.kinds.dispute.told import quarrel, say
from tests.town import MONDAY, Town, opened, said

DAY = timedelta(days=1)


def registered(town: Town, **more: Any) -> Matter:
    return opened(DISPUTE, by=town.mei, unit=town.north, told=quarrel(**more), at=MONDAY)


def in_mediation(town: Town, **more: Any) -> Matter:
    matter = registered(town, dangers=[], **more)
    matter = said(say.accept, matter, by=town.mei, at=MONDAY)
    for side in ("a", "b"):
        matter = said(say.consent, matter, by=town.mei, at=MONDAY, side=side, agreed=True, rights_told=True)
    return said(say.name_mediator, matter, by=town.gu, at=MONDAY, mediator=town.wang)


def light(matter: Matter) -> tuple[str, str]:
    return matter.colour, matter.because
