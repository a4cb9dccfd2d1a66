"""A request told without a database of matters: the profile's own terms, and the heart's pure timeline."""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from linli.ground.clock import moment
from linli.ground.workdays import Calendar
from linli.kinds.request import kind as house
from linli.kinds.request.kind import REQUEST
from linli.place.models import Unit
from linli.policy.book import Book, TermRow
from linli.policy.load import PROFILES
from tests.kinds.in_hand import OTHER_UNIT, UNIT, InHand, rows_of, terms_of
from tests.kinds.request.told import answer, lamp, say, sending

MONDAY, DAY, HOUR = moment(date(2026, 3, 2), clock=time(9)), timedelta(days=1), timedelta(hours=1)
QIN, HE, SUN, CHEN = 21, 22, 23, 24
"""A clerk of the desk, a handler of the unit, one of another unit, the leader."""
PROFILE = Path(house.__file__).parent / "profile"
CALENDAR = Calendar(
    version="test", zone="Asia/Shanghai", holidays=frozenset(), makeups=frozenset(), published=frozenset({2026, 2027})
)
DESK = UNIT
NORTH = Unit(pk=OTHER_UNIT, unit_1=1, unit_2=DESK, unit_3=OTHER_UNIT, level=3, kind="community")
SOUTH = Unit(pk=9, unit_1=1, unit_2=DESK, unit_3=9, level=3, kind="community")


class Told(InHand):
    """One request in the hand."""

    def __init__(self, told: dict[str, Any], *, at: datetime = MONDAY) -> None:
        super().__init__(REQUEST, policy=policy, by=QIN, at=at, **told)

    def due(self, mark: str) -> datetime:
        return self.state.marks[mark].at


def taken_in(**more: Any) -> Told:
    return Told(lamp(**more))


def accepted(**more: Any) -> Told:
    return taken_in(**more).say(say.accept, at=MONDAY)


def dispatched(unit: Unit = NORTH, **more: Any) -> Told:
    return accepted(**more).say(say.dispatch, at=MONDAY, **sending(unit))


def in_hand(**more: Any) -> Told:
    return dispatched(**more).say(say.sign, at=MONDAY, by=HE)


def returned(told: Told, *, by: int = HE, at: datetime = MONDAY, ground: str = "not_our_duty") -> Told:
    return told.say(say.send_back, at=at, by=by, return_ground=ground, why="属于城管职责")


def replied(told: Told, result: str = "resolved", *, at: datetime = MONDAY) -> Told:
    return told.say(say.reply, at=at, by=HE, **answer(result))


def policy(at: datetime) -> Book:
    return Book(at=at, calendar=CALENDAR, terms=_terms(), parents=_parents())


@cache
def _terms() -> tuple[TermRow, ...]:
    rows = [row for folder in (PROFILES, PROFILE) for row in rows_of(folder / "terms.csv")]
    return terms_of(rows, kind="request")


@cache
def _parents() -> dict[tuple[str, str], str]:
    rows = rows_of(PROFILE / "categories.csv")
    return {("request", row["code"]): row["parent"] for row in rows if row["parent"]}
