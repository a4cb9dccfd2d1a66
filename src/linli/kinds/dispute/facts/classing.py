"""What was put right about the class and the size of a dispute."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.dispute.rules import MANY_HOUSEHOLDS
from linli.matters.facts import Dated, Fact, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Classified(Fact):
    """Its class and type were put right; another type may have another `limit`, counted from `start_at`."""

    sentence = msg("Classified: {dispute_class}")
    dispute_class: Plain
    category: Plain
    limit: Dated | None = None
    start_at: datetime | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        if self.limit and self.start_at:
            self.limit.set_on(state)
            state.data["limit"]["start_at"] = utc_text(self.start_at)
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
