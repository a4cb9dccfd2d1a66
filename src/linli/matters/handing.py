"""Handing a matter to another unit: the same for every kind that can."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import CO_HOLDER, HOLDER, LEADER, TEAM_LEAD, UNIT, State


@dataclass(frozen=True)
class HandedTo(Fact):
    """Another unit answers for it now; those in charge before are free of it."""

    sentence = msg("Handed from {from_unit} to {unit}")
    from_unit: int
    unit: int
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)
        for role in (LEADER, TEAM_LEAD, HOLDER, CO_HOLDER):
            state.end_duty(role, at=stamp.at)
