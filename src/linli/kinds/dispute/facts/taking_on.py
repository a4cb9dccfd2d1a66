"""A dispute was taken on, or it was not."""

from dataclasses import dataclass
from datetime import date, datetime

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.clock import begin_limit
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Declined(Fact):
    """It was not taken on, and where else to turn was told."""

    sentence = msg("Not taken on: {decline_reason}")
    decline_reason: Plain
    told: Narrative

    def for_resident(self) -> str:
        return msg("Not taken on: {decline_reason}. {told}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "declined", "declined"
        course.lift(state, *list(state.marks))
        state.data["ending"] = {"seq": stamp.seq, "reason": self.decline_reason, "ways": []}


@dataclass(frozen=True)
class Accepted(Fact):
    """It was taken on; `term` and `start_at` are what the limit counts from."""

    sentence = msg("Taken on; to be settled by {limit}")
    limit: Dated
    term: Plain
    start_at: datetime
    note: Narrative = ""
    accepted_on: date | None = None

    def for_resident(self) -> str:
        return msg("Taken on; to be settled by {limit}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "accepted"
        if self.accepted_on:
            state.data["accepted_on"] = self.accepted_on.isoformat()
        state.lift_mark("acceptance")
        begin_limit(state, self.limit, term=self.term, start_at=self.start_at)
        course.begin_if_ready(state)
