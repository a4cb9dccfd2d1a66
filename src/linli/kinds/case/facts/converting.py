"""A case went on as a matter of another kind."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.converting import GOES_ON_AS
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Converted(Fact):
    """It goes on as a matter of another kind."""

    sentence = msg("Handed over; goes on as {to_number}")
    to_kind: Plain
    to_number: Plain
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "converted", "converted"
        course.forget_assessment(state)
        course.lift(state, state.marks)
        state.tie(GOES_ON_AS, self.to_number, at=stamp.at)
        state.data["ending"] = {"seq": stamp.seq, "reason": "", "to_number": self.to_number}
