"""Requests of the town: taken in by the desk of the street, handled in North."""

from datetime import datetime
from typing import Any

from linli.kinds.request.kind import REQUEST
from linli.matters.models import Matter
from linli.staff.models import User
from tests.kinds.request.told import answer, lamp, say, sending
from tests.town import MONDAY, Town, opened, resident, said


def clerk(town: Town) -> User:
    """The clerk at the desk of the street."""
    found = User.objects.filter(username="qin").first()
    return found or resident("qin", "秦桑", unit=town.street, role="clerk")


def taken_in(town: Town, *, at: datetime = MONDAY, **more: Any) -> Matter:
    return opened(REQUEST, by=clerk(town), unit=town.street, told=lamp(**more), at=at)


def accepted(town: Town, **more: Any) -> Matter:
    return said(say.accept, taken_in(town, **more), by=clerk(town), at=MONDAY)


def dispatched(town: Town, **more: Any) -> Matter:
    return said(say.dispatch, accepted(town, **more), by=clerk(town), at=MONDAY, **sending(town.north))


def sent_on(town: Town, **more: Any) -> Matter:
    """Taken in by North and handled in South: North keeps sight of what it took in."""
    matter = opened(REQUEST, by=clerk(town), unit=town.north, told=lamp(**more), at=MONDAY)
    matter = said(say.accept, matter, by=clerk(town), at=MONDAY)
    return said(say.dispatch, matter, by=clerk(town), at=MONDAY, **sending(town.south))


def in_hand(town: Town, **more: Any) -> Matter:
    """Signed for by the handler of North."""
    return said(say.sign, dispatched(town, **more), by=town.he, at=MONDAY)


def replied(town: Town, result: str = "resolved", **more: Any) -> Matter:
    return said(say.reply, in_hand(town, **more), by=town.he, at=MONDAY, **answer(result))


def light(matter: Matter) -> tuple[str, str]:
    return matter.colour, matter.because
