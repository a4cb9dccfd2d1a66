"""What was put right about the incident: its category, when and where it happened, and how."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.text import msg
from linli.kinds.case import course
from linli.kinds.case.facts.opening import text_of
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Classified(Fact):
    """Its category was put right, and with it perhaps its class and its limit.

    `sets_aside`: as a criminal case it has no limit; what that was counted from is kept, and a request for more time
    lapses. Events from before forgot the one and left the other open.
    """

    sentence = msg("Classified: {case_class}")
    category: Plain
    case_class: Plain
    limit: Dated | None = None
    sets_aside: bool = False

    def apply(self, state: State, stamp: Stamp) -> None:
        state.category, state.data["case_class"] = self.category, self.case_class
        if self.limit:
            self.limit.set_on(state)
            state.data.pop("limit_aside", None)
        elif self.sets_aside:
            course.set_limit_aside(state)
        elif self.case_class == "criminal":
            state.lift_mark("limit")


@dataclass(frozen=True)
class MethodDescribed(Fact):
    """How it was done was described anew."""

    sentence = msg("How it was done: {method}")
    searched = ("method",)
    method: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["method_seq"] = stamp.seq


@dataclass(frozen=True)
class OccurrenceCorrected(Fact):
    """When and where it happened and what was lost was put right; a blank place stays as it was."""

    sentence = msg("When and where put right: {occurred_from} to {occurred_until}")
    searched = ("place",)
    occurred_from: datetime
    occurred_until: datetime
    cell: int | None = None
    place: Narrative = ""
    loss_fen: int | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.cell = self.cell
        state.data.update(
            occurred_from=text_of(self.occurred_from),
            occurred_until=text_of(self.occurred_until),
            loss_fen=self.loss_fen,
        )
        state.data["place_seqs"].append(stamp.seq)
