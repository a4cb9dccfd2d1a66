"""What a side answered when it was asked whether it wants mediation."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ConsentGiven(Fact):
    """A side said yes to mediation, rights and duties having been told."""

    sentence = msg("{side} agrees to mediation")
    side: Plain
    rights_told: bool
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["consents"][self.side] = {"seq": stamp.seq, "agreed": True, "rights_told": self.rights_told}
        course.begin_if_ready(state)


@dataclass(frozen=True)
class ConsentRefused(Fact):
    """A side clearly refused mediation."""

    sentence = msg("{side} does not agree to mediation")
    side: Plain
    rights_told: bool
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["consents"][self.side] = {"seq": stamp.seq, "agreed": False, "rights_told": self.rights_told}
