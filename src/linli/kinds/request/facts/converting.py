"""A request went on as a matter of another kind."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course
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

    def for_resident(self) -> str:
        return msg("It goes on in another procedure, under the number {to_number}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.end(state, "converted", "converted")
        state.tie(GOES_ON_AS, self.to_number, at=stamp.at)
        state.data["ending"] = {"seq": stamp.seq, "ground": "", "to_number": self.to_number}
