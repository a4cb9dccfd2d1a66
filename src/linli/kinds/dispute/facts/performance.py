"""How the agreement was kept."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.confirmation import REMINDERS
from linli.matters.facts import Dated, Fact, Narrative, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Performed(Fact):
    """One instalment was kept; `performance` is the next due day, `visit` stands when nothing is left."""

    sentence = msg("Instalment no. {number} performed on {performed_on}")
    number: int
    performed_on: date
    proof: Narrative
    performance: Dated | None
    visit: Dated | None

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.instalment(state, self.number):
            row.update(state="kept", seq=stamp.seq, performed_on=self.performed_on.isoformat())
        if not any(row["state"] == "failed" for row in course.instalments(state)):
            state.lift_flag("defaulted")
        for mark in (self.performance, self.visit):
            if mark:
                mark.set_on(state)
        if not course.open_instalments(state):
            state.stage = "performed"
            state.lift_flag("confirmable")
            course.lift(state, "performance", *REMINDERS)
