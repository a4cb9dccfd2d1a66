"""A dispute told without a database: the profile's own terms, and the heart's pure timeline."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.kinds.dispute.commands import OPENING
from linli.kinds.dispute.kind import DISPUTE
from linli.matters.command import Command, Refused, Scene
from linli.matters.state import State
from linli.matters.timeline import begin
from linli.staff.posts import Held
from tests.kinds.dispute.profile import policy
from tests.kinds.dispute.told import quarrel

UNIT, OTHER_UNIT, WANG, GU, HE = 7, 8, 21, 22, 23
BY = Held(post_id=1, user_id=WANG, role="lead", unit_id=UNIT, level=1, path=(UNIT, None, None, None))


class Told:
    """One dispute in the hand."""

    def __init__(self, at: datetime, **more: Any) -> None:
        self.timeline = begin(DISPUTE, number="TJ-2026-000001")
        self.say(OPENING, at=at, unit=UNIT, **quarrel(**more))

    def say(self, command: Command, *, at: datetime, **told: Any) -> "Told":
        if refusal := command.refusal(self.state) if self.timeline.seq else "":
            raise Refused(_(refusal))
        scene = Scene(state=self.state, told=told, by=BY, at=at, book=policy(at), number=self.timeline.number)
        for fact in command.decided(scene).facts:
            self.timeline.say(fact, by=BY, at=at)
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
        due = self.timeline.row()["due_at"]
        assert due is None or isinstance(due, datetime)
        return due

    @property
    def facts(self) -> list[str]:
        return [type(entry.fact).__name__ for entry in self.timeline.entries]
