"""A dispute that came from a matter of another kind."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute.facts.opening import Opened
from linli.matters.converting import CAME_FROM
from linli.matters.facts import Dated, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class TakenOver(Opened):
    """A dispute was registered because a matter of another kind was handed over."""

    sentence = msg("Taken over from {from_number}: {dispute_class}")
    from_number: Plain = ""
    tied: bool = False
    """Events from before there were ties have none."""

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["from_number"] = self.from_number
        if self.tied:
            state.tie(CAME_FROM, self.from_number, at=stamp.at)


@dataclass(frozen=True)
class TakenOverUrgently(TakenOver):
    """The same, and somebody may get hurt: the danger check is due from the first moment."""

    sentence = msg("Taken over from {from_number} because someone may get hurt: {dispute_class}")
    look_again: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.raise_flag("danger")
        if self.look_again:
            self.look_again.set_on(state)
