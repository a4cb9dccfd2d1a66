"""What was put right about the class and the size of a dispute."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute.rules import MANY_HOUSEHOLDS
from linli.matters.facts import Fact, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Classified(Fact):
    """Its class and type were put right."""

    sentence = msg("Classified: {dispute_class}")
    dispute_class: Plain
    category: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["dispute_class"], state.category = self.dispute_class, self.category


@dataclass(frozen=True)
class HouseholdsCounted(Fact):
    """How many households are affected became known."""

    sentence = msg("Households affected: {households}")
    households: int

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["households"] = self.households
        mark_households(state)


def mark_households(state: State) -> None:
    if state.data["households"] >= MANY_HOUSEHOLDS:
        state.raise_flag("many_households")
    else:
        state.lift_flag("many_households")
