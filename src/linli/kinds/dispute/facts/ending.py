"""Mediation ended without an agreement."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.confirmation import REMINDERS
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Terminated(Fact):
    """Mediation ended without an agreement, and the other lawful ways were told."""

    sentence = msg("Mediation ended: {termination_reason}. Ways told: {ways}")
    termination_reason: Plain
    ways: tuple[Plain, ...]
    told: Narrative = ""
    ended_on: date | None = None

    def for_resident(self) -> str:
        return msg("Mediation ended: {termination_reason}. Other ways: {ways}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "terminated"
        state.raise_flag("unsettled")
        state.lift_flag("confirmable")
        course.lift(state, "limit", "performance", "confirmation", *REMINDERS)
        state.data["ending"] = {"seq": stamp.seq, "reason": self.termination_reason, "ways": list(self.ways)}
        if self.ended_on:
            state.data["ending"]["on"] = self.ended_on.isoformat()
