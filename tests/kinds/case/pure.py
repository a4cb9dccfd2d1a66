"""A case told without a database: the profile's own terms and categories, and the heart's pure timeline."""

from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from linli.ground.clock import day_of, moment
from linli.ground.workdays import Calendar
from linli.kinds.case import kind as house
from linli.kinds.case.kind import CASE
from linli.policy.book import Book, TermRow
from tests.kinds.case.told import assessing, beating, burglary, filing, say, solved
from tests.kinds.in_hand import InHand, rows_of, terms_of

MONDAY, DAY = moment(date(2026, 3, 2), clock=time(9)), timedelta(days=1)
TODAY = day_of(MONDAY)
HE, GU, CHEN = 21, 22, 23
PROFILE = Path(house.__file__).parent / "profile"
CALENDAR = Calendar(
    version="test", zone="Asia/Shanghai", holidays=frozenset(), makeups=frozenset(), published=frozenset({2026, 2027})
)


class Told(InHand):
    """One case in the hand."""

    def __init__(self, told: dict[str, Any], *, at: datetime = MONDAY) -> None:
        super().__init__(CASE, policy=policy, by=HE, at=at, **told)

    @property
    def limit_at(self) -> datetime | None:
        """The lawful limit of handling."""
        limit = self.state.marks.get("limit")
        return limit.at if limit else None


def criminal(**more: Any) -> Told:
    return Told(burglary(MONDAY, **more))


def administrative(**more: Any) -> Told:
    return Told(beating(MONDAY, **more))


def filed(told: Told) -> Told:
    """Filed and with an officer, the same day."""
    told.say(say.file, at=MONDAY, **filing(TODAY))
    return told.say(say.assign, at=MONDAY, officer=HE)


def assessed(told: Told, assessment: str = "solvable") -> Told:
    return told.say(say.assess, at=MONDAY, **assessing(assessment))


def reported(told: Told, result: str = "solved", *, at: datetime = MONDAY, **more: Any) -> Told:
    answer = solved(day_of(at), **more) if result == "solved" else {**solved(None), "result": result, **more}
    return filed(told).say(say.report_result, at=at, **answer)


def closed(told: Told, result: str = "solved") -> Told:
    return reported(told, result).say(say.approve_result, at=MONDAY + DAY, by=CHEN)


def policy(at: datetime) -> Book:
    return Book(at=at, calendar=CALENDAR, terms=_terms(), parents=_parents())


@cache
def _terms() -> tuple[TermRow, ...]:
    return terms_of(rows_of(PROFILE / "terms.csv"), kind="case")


@cache
def _parents() -> dict[tuple[str, str], str]:
    rows = rows_of(PROFILE / "categories.csv")
    return {("case", row["code"]): row["parent"] for row in rows if row["parent"]}
