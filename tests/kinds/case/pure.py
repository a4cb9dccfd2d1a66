"""A case told without a database: the profile's own terms and categories, and the heart's pure timeline."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, moment
from linli.ground.workdays import Calendar
from linli.kinds.case import kind as house
from linli.kinds.case.commands import OPENING
from linli.kinds.case.kind import CASE
from linli.matters.command import Command, Refused, Scene
from linli.matters.state import State
from linli.matters.timeline import begin
from linli.policy.book import Book, TermRow
from linli.staff.posts import Held
from tests.kinds.case.told import assessing, beating, burglary, filing, say, solved

MONDAY, DAY = moment(date(2026, 3, 2), clock=time(9)), timedelta(days=1)
TODAY = day_of(MONDAY)
UNIT, OTHER_UNIT, HE, GU, CHEN = 7, 8, 21, 22, 23
PROFILE = Path(house.__file__).parent / "profile"
CALENDAR = Calendar(
    version="test", zone="Asia/Shanghai", holidays=frozenset(), makeups=frozenset(), published=frozenset({2026, 2027})
)


class Told:
    """One case in the hand; `by` is who says the next step."""

    def __init__(self, told: dict[str, Any], *, at: datetime = MONDAY) -> None:
        self.timeline = begin(CASE, number="AJ-2026-000001")
        self.say(OPENING, at=at, unit=UNIT, **told)

    def say(self, command: Command, *, at: datetime, by: int = HE, **told: Any) -> "Told":
        if refusal := command.refusal(self.state) if self.timeline.seq else "":
            raise Refused(_(refusal))
        post = Held(post_id=1, user_id=by, role="lead", unit_id=UNIT, level=1, path=(UNIT, None, None, None))
        scene = Scene(state=self.state, told=told, by=post, at=at, book=policy(at), number=self.timeline.number)
        for fact in command.decided(scene).facts:
            self.timeline.say(fact, by=post, at=at)
        return self

    def wait(self, at: datetime) -> "Told":
        """Let the clock run on."""
        self.timeline.catch_up(at)
        return self

    @property
    def state(self) -> State:
        return self.timeline.state

    @property
    def light(self) -> tuple[str, str]:
        return self.state.colour, self.state.because

    @property
    def due_at(self) -> datetime | None:
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
    return tuple(
        TermRow(
            code=row["code"],
            kind=row["kind"],
            category=row["category"] or None,
            span=row["span"],
            starts=row["starts"],
            rolls=row["rolls"] == "1",
            profile=row["profile"],
            basis=row["basis"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=None,
        )
        for row in _rows("terms")
    )


@cache
def _parents() -> dict[tuple[str, str], str]:
    return {("case", row["code"]): row["parent"] for row in _rows("categories") if row["parent"]}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (PROFILE / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
