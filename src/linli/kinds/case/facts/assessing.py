"""What was found when the case was looked at, and how it went on."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Assessed(Fact):
    """Whether it can be solved now, on what ground, and what is done next."""

    sentence = msg("Assessed: {assessment}; {assessment_ground}. Next: {next_action}")
    assessment: Plain
    assessment_ground: Plain
    next_action: Narrative
    stale: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        course.judge_as(state, self.assessment)
        self.stale.set_on(state)
        row = {"seq": stamp.seq, "assessment": self.assessment, "ground": self.assessment_ground}
        state.data["assessments"].append(row)


@dataclass(frozen=True)
class Progressed(Fact):
    """Something was done and came to something, or not yet."""

    sentence = msg("Progress: {text}")
    text: Narrative
    stale: Dated
    first_results: bool = False

    def apply(self, state: State, stamp: Stamp) -> None:
        if self.first_results:
            course.judge_as(state, "first_results")
        self.stale.set_on(state)
        state.data["progress"].append({"seq": stamp.seq, "first_results": self.first_results})
