"""The desk asks the resident what came of it: reached, tried in vain, or not to be asked."""

from dataclasses import dataclass

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.request import course, cycles
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class CalledBack(Fact):
    """The resident was reached and answered: once for each reply."""

    sentence = msg("Called back: {solved}; {satisfaction}; the unit had been in touch: {contacted} {said}")
    contacted: Plain
    solved: Plain
    satisfaction: Plain
    answer_reason: Plain = ""
    said: Narrative = ""

    def for_resident(self) -> str:
        return msg("You answered on the telephone: {solved}; {satisfaction}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.keep(state, stamp.seq)
        cycles.keep_answer(
            state,
            {
                "seq": stamp.seq,
                "by": "desk",
                "contacted": self.contacted,
                "solved": self.solved,
                "satisfaction": self.satisfaction,
                "reason": self.answer_reason,
            },
        )


@dataclass(frozen=True)
class NotReached(Fact):
    """The resident was tried and not reached."""

    sentence = msg("Not reached by {tried_by} {note}")
    tried_by: Plain
    note: Narrative = ""

    def for_resident(self) -> str:
        return msg("We tried to reach you to ask what came of it, and could not.")

    def apply(self, state: State, stamp: Stamp) -> None:
        cycle = course.cycle(state)
        assert cycle is not None
        cycle["tries"].append({"seq": stamp.seq, "at": utc_text(stamp.at)})


@dataclass(frozen=True)
class CallBackWaived(Fact):
    """Nobody is asked about this reply, and why."""

    sentence = msg("No call-back: {waive_ground} {why}")
    waive_ground: Plain
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        cycle = course.cycle(state)
        assert cycle is not None
        cycle["waived"] = {"seq": stamp.seq, "ground": self.waive_ground}
