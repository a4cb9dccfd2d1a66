"""A part of a request for another unit: split off, answered, and told to the whole."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import cycles, data_rights, joined
from linli.kinds.request.facts.opening import TakenIn
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Split(Fact):
    """A part was given to another unit; the whole waits for it."""

    sentence = msg("A part of it goes to {unit} as {number}: {task}")
    number: Plain
    unit: int
    task: Narrative

    def for_resident(self) -> str:
        return msg("{unit} was asked for a part of it.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["parts"].append({"number": self.number, "answered": False})
        state.tie(joined.PART, self.number, at=stamp.at)


@dataclass(frozen=True)
class PartAnswered(Fact):
    """The unit of a part answered: for whoever answers the whole."""

    sentence = msg("Answer to the part {number}: {result}: {text}")
    number: Plain
    result: Plain
    handlers: tuple[int, ...]
    text: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        joined.part_is_done(state, self.number)
        state.data["handlers"] = sorted({*cycles.handlers(state), *self.handlers})


@dataclass(frozen=True)
class PartDropped(Fact):
    """A part ended without an answer; the whole no longer waits for it."""

    sentence = msg("The part {number} ended without an answer")
    number: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        joined.part_is_done(state, self.number)


@dataclass(frozen=True)
class PartClosed(Fact):
    """With its answer a part is done: the resident is asked once, about the whole."""

    sentence = msg("Done as a part of {number}; the resident is asked about the whole")
    number: Plain
    outcome: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", self.outcome
        state.raise_flag("unconfirmed")
        data_rights.end_marks(state)


@dataclass(frozen=True)
class Lapsed(Fact):
    """The whole ended, so nothing is expected of this part."""

    sentence = msg("{number}, of which it is a part, ended: nothing is expected of it")
    number: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", "withdrawn"
        data_rights.end_marks(state)


@dataclass(frozen=True)
class PartTakenIn(TakenIn):
    """A part of a request, with words of the desk alone: nothing of the resident is in it."""

    sentence = msg("Split off {part_of}")
    part_of: Plain = ""

    def for_resident(self) -> str:
        return ""

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["part_of"] = self.part_of
        state.tie(joined.PART_OF, self.part_of, at=stamp.at)
