"""What a resident asked of what is kept about them, and what was answered."""

from dataclasses import dataclass, replace

from linli.ground.text import msg
from linli.kinds.request import course, data_rights
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class DataAsked(Fact):
    """The resident asked for a copy, a correction or a deletion."""

    sentence = msg("The resident asks of their data: {data_ask}; to be answered by {decision} {said}")
    data_ask: Plain
    decision: Dated
    said: Narrative = ""

    def for_resident(self) -> str:
        return msg("You asked: {data_ask}. You get an answer by {decision}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.keep(state, stamp.seq)
        replace(self.decision, name=data_rights.mark_of(stamp.seq)).set_on(state)
        state.data["data_asks"].append({"seq": stamp.seq, "asked": self.data_ask, "ruling": "", "answered": 0})


@dataclass(frozen=True)
class DataAnswered(Fact):
    """It was granted or refused. What is to be deleted or put right is then done by the steps for that."""

    sentence = msg("What was asked of their data: {data_ask}: {data_ruling}: {answer}")
    asked: int
    data_ask: Plain
    data_ruling: Plain
    answer: Narrative

    def for_resident(self) -> str:
        return msg("{data_ask}: {data_ruling}. {answer}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_mark(data_rights.mark_of(self.asked))
        for row in state.data["data_asks"]:
            if row["seq"] == self.asked:
                row.update(ruling=self.data_ruling, answered=stamp.seq)
