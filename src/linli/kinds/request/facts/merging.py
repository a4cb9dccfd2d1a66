"""A request goes with another one of the same matter: merged, answered along, or by itself again."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course, cycles, joined
from linli.kinds.request.facts.handling import Replied
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Merged(Fact):
    """It goes with another request; nothing but the stage moves, so that it can be as if it had only waited."""

    sentence = msg("Goes with {number} from now on: {why}")
    number: Plain
    why: Narrative

    def for_resident(self) -> str:
        return msg("It is handled together with other requests of the same matter. You get an answer of your own.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["merged"] = {"number": self.number, "stage": state.stage, "seq": stamp.seq}
        state.tie(joined.MERGED_INTO, self.number, at=stamp.at)
        state.stage = "merged"


@dataclass(frozen=True)
class Unmerged(Fact):
    """It goes by itself again, from where it stood."""

    sentence = msg("Goes by itself again, not with {number}: {why}")
    number: Plain
    why: Narrative = ""

    def for_resident(self) -> str:
        return msg("It is handled by itself again.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = state.data["merged"]["stage"]
        state.data["merged"] = None
        state.forget_tie(joined.MERGED_INTO, self.number)


@dataclass(frozen=True)
class WentAlone(Unmerged):
    """What it went with ended without a reply, so it goes on by itself."""

    sentence = msg("{number}, with which it went, ended without a reply: it goes by itself again")


@dataclass(frozen=True)
class Absorbed(Fact):
    """Another request goes with this one; what is answered here is answered there."""

    sentence = msg("{number} goes with this one from now on")
    number: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["absorbed"].append(self.number)
        state.tie(joined.MERGED, self.number, at=stamp.at)
        joined.count_reporters(state)


@dataclass(frozen=True)
class Released(Fact):
    """The other request goes by itself again, or has ended."""

    sentence = msg("{number} no longer goes with this one")
    number: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["absorbed"].remove(self.number)
        state.forget_tie(joined.MERGED, self.number)
        joined.count_reporters(state)


@dataclass(frozen=True)
class AnsweredAlong(Replied):
    """It got the reply of the request it goes with, as a cycle of its own; from here it goes its own way.

    It stays tied to the other one, and belongs to the unit that replied: there it is done again if need be.
    """

    sentence = msg("Answered together with {number}: {result}")
    number: Plain = ""
    handlers: tuple[int, ...] = ()

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["merged"] = None
        course.hand_to(state, self.unit, at=stamp.at)
        state.data["handlers"] = sorted({*self.handlers, *cycles.handlers(state)})


@dataclass(frozen=True)
class AnswerPassedOn(Fact):
    """Those that went with this one got its reply; each is asked for its own answer."""

    sentence = msg("The reply went to all that go with this one too")
    numbers: tuple[Plain, ...]

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["answered_along"] = [*state.data.get("answered_along", ()), *self.numbers]
