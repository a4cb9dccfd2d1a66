"""Requests told without a database: several in one hand, under the profile's own terms."""

from datetime import datetime
from typing import Any

from linli.kinds.request.kind import REQUEST
from linli.matters.command import Command
from linli.matters.telling import Hand, tell
from linli.matters.timeline import Timeline, begin
from linli.staff.posts import Held
from tests.kinds.in_hand import UNIT
from tests.kinds.request.pure import MONDAY, policy
from tests.kinds.request.told import lamp

QIN = Held(post_id=1, user_id=21, role="lead", unit_id=UNIT, level=1, path=(UNIT, None, None, None))


class Requests:
    """Requests of one desk, all in one hand."""

    def __init__(self, count: int) -> None:
        self.hand = Hand(speaker=lambda command, line, by: by)
        for place in range(1, count + 1):
            line = begin(REQUEST, number=f"QS-2026-{place:06d}")
            self.hand.lines[line.number] = line
            self.tell(REQUEST.opening, place, told=lamp(unit=UNIT), at=MONDAY)

    def say(self, command: Command, place: int, *, at: datetime, **told: Any) -> None:
        self.tell(command, place, told=told, at=at)

    def tell(self, command: Command, place: int, *, told: dict[str, Any], at: datetime) -> None:
        tell(self.line(place), command, told=told, by=QIN, at=at, book=policy(at), hand=self.hand)

    def line(self, place: int) -> Timeline:
        return self.hand.lines[self.number(place)]

    def number(self, place: int) -> str:
        return f"QS-2026-{place:06d}"

    def written(self, place: int, *, at: datetime) -> str:
        """The state as it is at that moment, with the turns that fell due."""
        self.line(place).catch_up(at)
        return self.line(place).state.written()
