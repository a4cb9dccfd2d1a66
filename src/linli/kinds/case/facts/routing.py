"""Who answers for a case in person, and which unit does."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD, UNIT, State


@dataclass(frozen=True)
class Assigned(Fact):
    """Station leader, team lead or officer were named; whoever is not named stays."""

    sentence = msg("Leader of the station: {leader_user}; team lead: {team_lead_user}; officer: {officer_user}")
    unit: int
    leader_user: int | None = None
    team_lead_user: int | None = None
    officer_user: int | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        named = ((LEADER, self.leader_user), (TEAM_LEAD, self.team_lead_user), (HOLDER, self.officer_user))
        for role, user in named:
            if user is not None:
                state.begin_duty(role, unit=self.unit, user=user, at=stamp.at)


@dataclass(frozen=True)
class HandedTo(Fact):
    """Another unit answers for it now; those in charge before are free of it."""

    sentence = msg("Handed from {from_unit} to {unit}")
    from_unit: int
    unit: int
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)
        for role in (LEADER, TEAM_LEAD, HOLDER):
            state.end_duty(role, at=stamp.at)
