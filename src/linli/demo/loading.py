"""Tells the invented disputes through the commands, a set at a time, up to the present moment."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from linli.demo import material, saying
from linli.demo.founding import found
from linli.demo.saying import Known, Said
from linli.demo.stories import plan
from linli.ground.clock import day_of
from linli.matters.commands import NotAllowed, begin_telling, record_many, tell
from linli.matters.kind import Kind, kind_named
from linli.matters.sealing import seal_new
from linli.matters.state import ASSISTING, State
from linli.matters.timeline import Timeline
from linli.place.models import Cell, Unit
from linli.place.tree import path_of
from linli.policy.book import Book, book
from linli.staff.models import User
from linli.staff.posts import Held, allows, covering, held

AT_ONCE = 100


@contextmanager
def without_collecting() -> Iterator[None]:
    """All that is told lives to the end: looking for rubbish in between would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collecting()
@transaction.atomic
def load(*, at: datetime) -> int:
    """Found the county and tell its stories. Returns how many disputes were told."""
    found(from_on=day_of(at - timedelta(days=600)))
    told = 0
    telling = Storyteller(at=at, book=book(at), kind=kind_named("dispute"), known=_known())
    lines = telling.lines()
    while batch := list(islice(lines, AT_ONCE)):
        told += len(record_many(batch))
    seal_new(at=at)
    return told


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
            told=saying.opening(story, self.known),
            by=self._by(story.opened_by, self.kind.opening.act, unit),
            at=story.opened_at,
            book=self.book,
        )
        for said in saying.agents(story):
            self._tell(line, said, unit=unit, at=story.opened_at)
        for step in story.steps:
            for said in saying.say(step, story, line.state, self.known):
                self._tell(line, said, unit=unit, at=step.at)
        line.catch_up(self.at)
        return line

    def _tell(self, line: Timeline, said: Said, *, unit: Unit, at: datetime) -> None:
        command = self.kind.command(said.verb)
        if command is None:
            raise LookupError(said.verb)
        by = self._by(said.by, command.act, unit, state=line.state)
        tell(line, command, told=said.told, by=by, at=at, book=self.book)

    def _by(self, username: str, act: str, unit: Unit, *, state: State | None = None) -> Held:
        posts = self.posts[username]
        by = covering(posts, act, path_of(unit)) or _assisting(posts, act, state)
        if by is None:
            raise NotAllowed(f"{username} may not {act} in {unit.code}")
        return by


def _assisting(posts: tuple[Held, ...], act: str, state: State | None) -> Held | None:
    """The post of a unit that was called in."""
    units = {duty.unit for duty in state.holders(ASSISTING)} if state else set()
    return next((post for post in posts if post.unit_id in units and allows((post,), act)), None)


def _known() -> Known:
    cells = Cell.objects.select_related("unit")
    return Known(
        units={unit.code: unit for unit in Unit.objects.exclude(kind="grid")},
        cells={cell.unit.code: cell for cell in cells},
        users={user.username: user for user in User.objects.all()},
    )
