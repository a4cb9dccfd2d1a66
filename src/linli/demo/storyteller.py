"""Says each step of an invented dispute as the user who took it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from linli.demo import material
from linli.demo.saying.opening import agents, opening
from linli.demo.saying.said import Known, Said
from linli.demo.saying.steps import say
from linli.demo.standing import speaking
from linli.demo.stories import plan
from linli.ground.clock import day_of
from linli.matters.commands import NotAllowed
from linli.matters.kind import Kind
from linli.matters.state import State
from linli.matters.telling import begin_telling, tell
from linli.matters.timeline import Timeline
from linli.place.models import Unit
from linli.policy.book import Book
from linli.staff.posts import Held, held


@dataclass
class Storyteller:
    """Says each step as the user who took it, from the post that allows it."""

    at: datetime
    book: Book
    kind: Kind
    known: Known

    def __post_init__(self) -> None:
        today = day_of(self.at)
        self.posts = {name: held(user, on=today) for name, user in self.known.users.items()}

    def lines(self) -> Iterator[Timeline]:
        """Every dispute as a timeline in hand, in the order of their opening, so that numbers follow the calendar."""
        for story in plan(self.at, is_workday=self.book.calendar.is_workday):
            yield self._line(story)

    def _line(self, story: material.Plan) -> Timeline:
        unit = self.known.units[story.community_code]
        line = begin_telling(
            self.kind,
            unit=unit,
            told=opening(story, self.known),
            by=self._by(story.opened_by, self.kind.opening.act, unit),
            at=story.opened_at,
            book=self.book,
        )
        for said in agents(story):
            self._tell(line, said, unit=unit, at=story.opened_at)
        for step in story.steps:
            for said in say(step, story, line.state, self.known):
                self._tell(line, said, unit=unit, at=step.told_at)
        line.catch_up(self.at)
        return line

    def _tell(self, line: Timeline, said: Said, *, unit: Unit, at: datetime) -> None:
        command = self.kind.command(said.verb)
        if command is None:
            raise LookupError(said.verb)
        by = self._by(said.by, command.act, unit, state=line.state)
        tell(line, command, told=said.told, by=by, at=at, book=self.book)

    def _by(self, username: str, act: str, unit: Unit, *, state: State | None = None) -> Held:
        by = speaking(self.posts[username], act, unit=unit, state=state)
        if by is None:
            raise NotAllowed(f"{username} may not {act} in {unit.code}")
        return by
