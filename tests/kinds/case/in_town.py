"""Cases of the town, accepted at the window of North and worked on there."""

from datetime import datetime
from typing import Any

from linli.ground.clock import day_of
from linli.kinds.case.kind import CASE
from linli.matters.models import Matter
from tests.kinds.case.told import burglary, filing, say
from tests.town import MONDAY, Town, opened, said


def accepted(town: Town, *, at: datetime = MONDAY, **more: Any) -> Matter:
    return opened(CASE, by=town.mei, unit=town.north, told=burglary(at, **more), at=at)


def at_work(town: Town, **more: Any) -> Matter:
    """Filed, with all three named."""
    matter = said(say.file, accepted(town, **more), by=town.he, at=MONDAY, **filing(day_of(MONDAY)))
    return said(say.assign, matter, by=town.gu, at=MONDAY, leader=town.chen, team_lead=town.gu, officer=town.he)


def light(matter: Matter) -> tuple[str, str]:
    return matter.colour, matter.because
