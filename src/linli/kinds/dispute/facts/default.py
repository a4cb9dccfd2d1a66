"""How the agreement was not kept, and how a side was urged."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.confirmation import open_window
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Defaulted(Fact):
    """An instalment was found not to have been kept on its day; `ahead` is what is left of the window to confirm."""

    sentence = msg("Instalment no. {number} was not performed in time")
    number: int
    finding: Narrative
    step: Narrative
    performance: Dated
    ahead: tuple[Dated, ...] = ()

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.instalment(state, self.number):
            row.update(state="failed", seq=stamp.seq)
        state.stage = "agreed"
        state.lift_flag("visited")
        state.raise_flag("defaulted")
        self.performance.set_on(state)
        open_window(state, self.ahead)


@dataclass(frozen=True)
class PerformanceUrged(Fact):
    """The committee urged a side to perform."""

    sentence = msg("{by_side} urged to perform")
    by_side: Plain
    text: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["agreement"]["urged"].append(stamp.seq)
