"""Says each step of the invented matters as the user who took it, in the order of time, to timelines in hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

from linli.demo.saying.said import Known, Said
from linli.demo.standing import speaking
from linli.demo.tales import Opened, Turn, turns
from linli.ground.clock import day_of
from linli.matters.command import Command
from linli.matters.commands import NotAllowed
from linli.matters.kind import Kind, kind_named
from linli.matters.state import DESK, UNIT
from linli.matters.telling import Hand, begin_telling, tell
from linli.matters.timeline import Timeline
from linli.place.models import Unit
from linli.policy.book import Book
from linli.staff.posts import Held, held

SIDES = (UNIT, DESK)


@dataclass
class Storyteller:
    """Says each step as the user who took it, from the post that allows it."""

    at: datetime
    book: Book
    known: Known

    def __post_init__(self) -> None:
        today = day_of(self.at)
        self.posts = {name: held(user, on=today) for name, user in self.known.users.items()}
        self.usernames = {user.pk: name for name, user in self.known.users.items()}
        self.units = {unit.pk: unit for unit in self.known.units.values()}
        self.hand = Hand(speaker=lambda command, line, by: self._by(self.usernames[by.user_id], command, line))
        self.counting = count()
        self.ahead: list[tuple[datetime, int, Turn]] = []
        self.add(turns(self.at, is_workday=self.book.calendar.is_workday))

    @property
    def lines(self) -> list[Timeline]:
        """All that is in hand, in the order of opening."""
        return list(self.hand.lines.values())

    def add(self, more: Iterable[Turn]) -> None:
        """Turns to be told when their time comes."""
        for turn in more:
            heappush(self.ahead, (turn.at, next(self.counting), turn))

    def tell_until(self, at: datetime) -> None:
        """Tell all that was said until then, and let the colours turn that had to."""
        while self.ahead and self.ahead[0][0] <= at:
            self._take(heappop(self.ahead)[2])
        for line in self.hand.lines.values():
            line.catch_up(at)

    def _take(self, turn: Turn) -> None:
        line = self._open(turn, turn.opened) if turn.opened else self._found(turn)
        for said in turn.says(line.state, self.known):
            self._say(line, said, at=turn.at)

    def _open(self, turn: Turn, opened: Opened) -> Timeline:
        """Numbers follow the calendar, because turns do."""
        kind, unit = kind_named(turn.name[0]), self.known.units[opened.unit_code]
        opening = _opening(kind, opened)
        by = self._speaking(opened.by, opening, unit)
        told = opened.told(self.known)
        line = begin_telling(kind, unit=unit, told=told, by=by, at=turn.at, book=self.book, opening=opening)
        self.hand.lines[line.number] = line
        self.known.numbers[turn.name] = line.number
        return line

    def _found(self, turn: Turn) -> Timeline:
        if turn.of and turn.name not in self.known.numbers:
            before = self.hand.lines[self.known.numbers[turn.of]]
            (self.known.numbers[turn.name],) = before.state.tied(turn.tied)
        return self.hand.lines[self.known.numbers[turn.name]]

    def _say(self, line: Timeline, said: Said, *, at: datetime) -> None:
        command = line.kind.command(said.verb)
        if command is None:
            raise LookupError(said.verb)
        by = self._by(said.by, command, line)
        tell(line, command, told=said.told, by=by, at=at, book=self.book, hand=self.hand)

    def _by(self, username: str, command: Command, line: Timeline) -> Held:
        """From the side the command belongs to; a step of either side from the one, then from the other."""
        duties = [line.state.holder(side) for side in ([command.of] if command.of else SIDES)]
        units = [self.units[duty.unit] for duty in duties if duty]
        for unit in units[:-1]:
            if by := speaking(self.posts[username], command.act, unit=unit, state=line.state):
                return by
        return self._speaking(username, command, units[-1], line=line)

    def _speaking(self, username: str, command: Command, unit: Unit, *, line: Timeline | None = None) -> Held:
        by = speaking(self.posts[username], command.act, unit=unit, state=line.state if line else None)
        if by is None:
            raise NotAllowed(f"{username} may not {command.act} in {unit.code}")
        return by


def _opening(kind: Kind, opened: Opened) -> Command:
    return kind.counter.hand_in if opened.at_counter and kind.counter else kind.opening
