"""Which unit handles a request, and on what ground it went there."""

from dataclasses import dataclass
from typing import ClassVar

from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import ASSISTING, State


@dataclass(frozen=True)
class Dispatched(Fact):
    """It went to the unit that leads and perhaps to others that assist.

    `entry` and `basis`: the entry of the dispatch catalogue that justifies it; without one, `why` does. `task` is what
    the unit is to know of a confidential request.
    """

    sentence = msg("Dispatched to {unit}; to be signed for by {sign}")
    unit: int
    sign: Dated | None
    assisting_units: tuple[int, ...] = ()
    entry: int | None = None
    basis: Plain = ""
    why: Narrative = ""
    task: Narrative = ""

    def for_resident(self) -> str:
        return msg("Passed on to {unit}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "dispatched"
        course.lift(state, course.ROUTING)
        course.let_extension_lapse(state)
        course.hand_to(state, self.unit, at=stamp.at)
        for unit in self.assisting_units:
            state.begin_duty(ASSISTING, unit=unit, user=None, at=stamp.at)
        state.data["assisting_units"] = list(self.assisting_units)
        entry = {"pk": self.entry, "basis": self.basis} if self.entry is not None else None
        state.data["catalogue"] = entry
        row = {"seq": stamp.seq, "unit": self.unit, "assisting_units": list(self.assisting_units), "entry": entry}
        state.data["dispatches"].append(row)
        if self.sign:
            self.sign.set_on(state)


@dataclass(frozen=True)
class DispatchedThere(Dispatched):
    """The same of what was closed elsewhere, as a record from outside tells it: when the unit was to sign for it, and
    when it did, nobody told, so nobody is late."""

    sentence = msg("Dispatched to {unit}, as the record from outside says")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["dispatches"][-1]["there"] = True


@dataclass(frozen=True)
class ReDispatched(Dispatched):
    """It went to another unit; a return that was asked for is ruled on with that."""

    sentence = msg("Dispatched anew to {unit}; to be signed for by {sign}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        course.rule(state, "re_dispatched", seq=stamp.seq)


@dataclass(frozen=True)
class Designated(Dispatched):
    """The desk ruled for good: that unit handles it and may not return it."""

    sentence = msg("Designated: {unit}; to be signed for by {sign}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.raise_flag("designated")
        course.rule(state, "designated", seq=stamp.seq)


@dataclass(frozen=True)
class ReturnAsked(Fact):
    """The unit holds that it is clearly not in charge; the desk rules, and the limit runs on."""

    sentence = msg("{unit} asks to return it: {return_ground}. {why}")
    returns: ClassVar[bool] = True
    unit: int
    return_ground: Plain
    why: Narrative
    ruling: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "return_asked"
        course.lift(state, course.ROUTING)
        course.let_extension_lapse(state)
        row: course.Row = {"seq": stamp.seq, "unit": self.unit, "ground": self.return_ground, "by_user": stamp.user}
        state.data["returns"].append({**row, "ruling": None})
        state.raise_flag("returned_once" if len(state.data["returns"]) == 1 else "returned_twice")
        self.ruling.set_on(state)


@dataclass(frozen=True)
class ReturnUpheld(Fact):
    """The unit was right; it is at the desk again and to be dispatched anew."""

    sentence = msg("Return upheld; to be dispatched by {dispatch}")
    unit: int
    dispatch: Dated
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "accepted"
        course.lift(state, course.ROUTING)
        course.hand_to(state, self.unit, at=stamp.at)
        course.rule(state, "upheld", seq=stamp.seq)
        state.data["catalogue"] = None
        self.dispatch.set_on(state)
