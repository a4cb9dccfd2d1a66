"""A dispute went on as a matter of another kind."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.converting import GOES_ON_AS
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Converted(Fact):
    """It goes on as a matter of another kind; why mediation had ended, where it had, stays told."""

    sentence = msg("Handed over; goes on as {to_number}")
    to_kind: Plain
    to_number: Plain
    why: Narrative
    tied: bool = False
    """Events from before there were ties have none."""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "converted", "converted"
        course.lift(state, *list(state.marks))
        ending = state.data["ending"] or {"seq": stamp.seq, "reason": "", "ways": []}
        state.data["ending"] = {**ending, "to_number": self.to_number}
        if self.tied:
            state.tie(GOES_ON_AS, self.to_number, at=stamp.at)
