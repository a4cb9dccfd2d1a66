"""What a side answered when it was asked whether it wants mediation."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ConsentGiven(Fact):
    """A side said yes to mediation, rights and duties having been told; asked again, it agrees since the first yes."""

    sentence = msg("{side} agrees to mediation")
    side: Plain
    rights_told: bool
    note: Narrative = ""
    given_on: date | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        answers = state.data["consents"]
        before = answers.get(self.side)
        answer: course.Row = {"seq": stamp.seq, "agreed": True, "rights_told": self.rights_told}
        if self.given_on:
            still = before and before["agreed"] and before.get("since")
            answer["since"] = still or self.given_on.isoformat()
        answers[self.side] = answer
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
