"""A case was filed, or it was not."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Filed(Fact):
    """The decision to file it was taken."""

    sentence = msg("Filed on {filed_on}: {document}")
    document: Narrative
    filed_on: date

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "filed"
        state.data["filing"] = {"seq": stamp.seq, "filed_on": self.filed_on.isoformat()}


@dataclass(frozen=True)
class FilingDeclined(Fact):
    """It was not filed, and the reason was told."""

    sentence = msg("Not filed: {decline_reason}")
    decline_reason: Plain
    told: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "not_filed", "not_filed"
        course.forget_assessment(state)
        course.lift(state, state.marks)
        state.data["ending"] = {"seq": stamp.seq, "reason": self.decline_reason, "to_number": ""}
