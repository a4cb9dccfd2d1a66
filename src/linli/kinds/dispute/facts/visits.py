"""What a follow-up visit found."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Visited(Fact):
    """A follow-up visit; signs of a new quarrel raise the danger."""

    sentence = msg("Follow-up visit on {visited_on}: {performance_found}, {satisfaction}")
    visited_on: date
    performance_found: Plain
    satisfaction: Plain
    escalation: bool
    findings: Narrative
    look_again: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        row = {
            "seq": stamp.seq,
            "on": self.visited_on.isoformat(),
            "found": self.performance_found,
            "satisfaction": self.satisfaction,
            "escalation": self.escalation,
        }
        state.data["visits"].append(row)
        if state.stage == "performed" and self.performance_found == "yes":
            state.raise_flag("visited")
            state.lift_mark("visit")
        if self.look_again:
            state.raise_flag("danger")
            self.look_again.set_on(state)
