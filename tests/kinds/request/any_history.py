"""Random lawful histories of requests in one hand: every verb, whenever it is lawful, with whatever may be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any
from unittest import mock

from linli.ground.clock import day_of, moment
from linli.ground.workdays import Calendar
from linli.kinds.request.kind import REQUEST
from linli.matters.command import Command, Refused
from linli.matters.everyday import EVERYDAY
from linli.matters.facts import Redated
from linli.matters.state import State
from linli.matters.telling import Hand, tell
from linli.matters.timeline import Timeline, begin
from linli.matters.turning import _dated_again
from linli.place.models import Unit
from linli.policy.book import Book
from linli.staff.posts import Held
from tests.kinds.in_hand import UNIT
from tests.kinds.request.pure import NORTH, SOUTH, policy
from tests.kinds.request.told import lamp

BEGINNING = moment(date(2026, 12, 14), clock=time(9))
RESIDENT, PEOPLE = 9, (21, 22, 23, 24)
STREET = Unit(pk=UNIT, unit_1=1, unit_2=UNIT, level=2, kind="street")
WAITS = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=5), timedelta(days=1), timedelta(days=4))
NOT_KNOWN_YET = Calendar(
    version="before", zone="Asia/Shanghai", holidays=frozenset(), makeups=frozenset(), published=frozenset({2026})
)
PUBLISHED = Calendar(
    version="after",
    zone="Asia/Shanghai",
    holidays=frozenset({date(2027, 1, 1), date(2027, 1, 4)}),
    makeups=frozenset({date(2027, 1, 9)}),
    published=frozenset({2026, 2027}),
)
CALENDARS = {one.version: one for one in (NOT_KNOWN_YET, PUBLISHED)}
WORDS = {
    **dict.fromkeys(
        ("text", "measures", "legal_basis", "why", "said", "note", "task", "answer", "place"), "按规定办理"
    ),
    "stage_result": "已到现场",
    "title": "路灯维修",
}

ENDING = frozenset({"take_back", "withdraw", "not_accept", "answer_now", "ask_data", "archive"})
STRAIGHT = frozenset(
    {"accept", "dispatch", "sign", "reply", "call_back", "rate", "designate", "uphold_return", "resume"}
)


class History:
    """Three requests of one desk, told on at random; `publish` is when the next year's holidays become known."""

    def __init__(self, *, publish: datetime) -> None:
        self.at, self.publish, self.refused = BEGINNING, publish, 0
        self.hand = Hand(speaker=lambda command, line, by: by)
        self.drawn = count(1)
        for _place in range(3):
            line = begin(REQUEST, number=self.number())
            self.hand.lines[line.number] = line
            self.tell(line, REQUEST.opening, lamp(unit=UNIT), by=PEOPLE[0])

    def number(self, *_series: Any, **_more: Any) -> str:
        return f"QS-2026-{next(self.drawn):06d}"

    def book(self) -> Book:
        known = PUBLISHED if self.at >= self.publish else NOT_KNOWN_YET
        usual = policy(self.at)
        return Book(**{**{name: getattr(usual, name) for name in Book.__dataclass_fields__}, "calendar": known})

    def wait(self, span: timedelta) -> None:
        """Let the clock run on, and the heart do what it does."""
        self.at += span
        known = self.book()
        for line in self.hand.lines.values():
            line.catch_up(self.at)
            for dated in [] if line.state.closed_at else _dated_again(line.state, known):
                line.say(Redated(mark=dated), by=None, at=self.at)

    def tell(self, line: Timeline, command: Command, told: dict[str, Any], *, by: int) -> None:
        """What is refused leaves everything as it was."""
        before = {number: kept(one) for number, one in self.hand.lines.items()}
        post = Held(
            post_id=by, user_id=by, role="leader", unit_id=UNIT, level=2, path=(1, UNIT, None, None), for_user_id=None
        )
        try:
            with mock.patch("linli.matters.telling.next_number", self.number), no_tables():
                tell(line, command, told=told, by=post, at=self.at, book=self.book(), hand=self.hand)
        except Refused:
            self.hand.lines.clear()
            self.hand.lines.update(before)
            self.refused += 1

    def step(self, chance: Random) -> None:
        line = chance.choice(list(self.hand.lines.values()))
        lawful = [one for one in REQUEST.commands if not one.only_beside and one.name not in BEYOND_THE_HAND]
        by = chance.choice(PEOPLE)
        lawful = [one for one in lawful if not REQUEST.refusal(one, line.state, user=by)]
        if lawful:
            command = chance.choices(lawful, [likely(one) for one in lawful])[0]
            by = RESIDENT if command.public else by
            self.tell(line, command, self.anything(chance, line), by=by)

    def anything(self, chance: Random, line: Timeline) -> dict[str, Any]:
        """Something for every field there is; a step looks at its own."""
        codes = {name: chance.choice(sorted(words)) for name, words in REQUEST.choices.items()}
        seqs = [0, *(row["seq"] for name in ("whistles", "data_asks") for row in line.state.data.get(name, ()))]
        return {
            **codes,
            **WORDS,
            "reason": codes["answer_reason"],
            "category": "street-light",
            "to_unit": chance.choice((NORTH, SOUTH)),
            "units": [chance.choice((NORTH, SOUTH))],
            "days": chance.randint(1, 9),
            "review_on": day_of(self.at) + timedelta(days=chance.randint(1, 20)),
            "into": chance.choice(sorted(self.hand.lines)),
            "whistle": chance.choice(seqs),
            "asked": chance.choice(seqs),
            "instruction": 0,
            "public": chance.random() < 0.5,
        }


BEYOND_THE_HAND = frozenset({"convert", "attach", "supplement", "erase", "instruct", "fulfil", "blow"})
"""Those that ask the tables: another kind, a stored file, the words of an entry, a colleague, whose head one is."""


@contextmanager
def no_tables() -> Iterator[None]:
    """The two questions that rules put to the tables of units, answered from the hand."""
    with (
        mock.patch.object(Unit, "objects", mock.Mock()),
        mock.patch("linli.matters.barring.User", mock.Mock()),
    ):
        yield


def likely(command: Command) -> float:
    """The straight course is gone more often than it is left, so that histories get somewhere."""
    if command.name in ENDING or command in EVERYDAY:
        return 0.1
    return 8 if command.name in STRAIGHT else 1


def kept(line: Timeline) -> Timeline:
    """The line as it is now, whatever is said to it afterwards."""
    return replace(line, state=State.read(line.state.written()), entries=[*line.entries], lifted={*line.lifted})


def told_at_random(seed: int) -> History:
    chance = Random(seed)
    history = History(publish=BEGINNING + timedelta(days=chance.randint(0, 25)))
    for _step in range(chance.randint(5, 60)):
        if chance.random() < 0.5:
            history.wait(chance.choice(WAITS))
        history.step(chance)
    history.wait(timedelta(days=1))
    return history
