"""Disputes brought purely to each stage, for the tests that go on from there."""

from datetime import date, datetime, time, timedelta
from typing import Any

from linli.ground.clock import day_of, moment
from tests.kinds.dispute.pure import WANG, Told
from tests.kinds.dispute.told import agreement, say, session, visiting

MONDAY = moment(date(2026, 3, 2), clock=time(9))
TODAY, DAY = day_of(MONDAY), timedelta(days=1)


def checked(**more: Any) -> Told:
    return Told(MONDAY, dangers=[], **more)


def accepted(**more: Any) -> Told:
    return checked(**more).say(say.accept, at=MONDAY)


def mediating(**more: Any) -> Told:
    told = accepted(**more)
    for side in sorted({row["side"] for row in told.state.data["parties"]}):
        told.say(say.consent, at=MONDAY, side=side, agreed=True, rights_told=True)
    return told.say(say.name_mediator, at=MONDAY, mediator=WANG)


def agreed(*days: int, at: datetime = MONDAY, **more: Any) -> Told:
    told = mediating().say(say.hold_session, at=at, **session(at))
    return told.say(say.agree, at=at, **agreement(at, *(days or (10,)), **more))


def kept(told: Told, number: int, *, after: int) -> Told:
    at = MONDAY + timedelta(days=after)
    return told.say(say.perform, at=at, number=number, performed_on=day_of(at), proof="转账凭证")


def performed() -> Told:
    return agreed(10).say(say.perform, at=MONDAY + DAY, number=1, performed_on=day_of(MONDAY + DAY), proof="收条")


def visited(**more: Any) -> Told:
    return performed().say(say.visit, at=MONDAY + 9 * DAY, **visiting(day_of(MONDAY + 9 * DAY), **more))


def closed() -> Told:
    return visited().say(say.close, at=MONDAY + 10 * DAY)


def terminated(reason: str = "too_far_apart") -> Told:
    return mediating().say(say.terminate, at=MONDAY, termination_reason=reason, ways=["court"])
