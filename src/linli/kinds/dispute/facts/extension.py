"""More time for the mediation."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Extended(Fact):
    """All sides agreed to more time."""

    sentence = msg("{days} days more, agreed by {sides}; to be settled by {limit}")
    days: int
    sides: tuple[Plain, ...]
    limit: Dated
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["limit"]["extra_days"] += self.days
        self.limit.set_on(state)
