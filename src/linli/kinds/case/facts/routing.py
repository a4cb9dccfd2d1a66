"""Who answers for a case in person."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Stamp
from linli.matters.state import HOLDER, LEADER, TEAM_LEAD, State


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
