"""Which unit handles a request, and on what ground it went there."""

from dataclasses import dataclass

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
    sign: Dated
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
        self.sign.set_on(state)
