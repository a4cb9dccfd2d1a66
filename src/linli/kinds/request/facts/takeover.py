"""A request that came from a matter of another kind."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request.facts.opening import TakenIn
from linli.matters.converting import CAME_FROM
from linli.matters.facts import Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class TakenOver(TakenIn):
    """A request was taken in because a matter of another kind was handed over."""

    sentence = msg("Taken over from {from_number}")
    from_number: Plain = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["from_number"] = self.from_number
        state.tie(CAME_FROM, self.from_number, at=stamp.at)
