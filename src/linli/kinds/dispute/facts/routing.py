"""Who is in charge of a dispute, and which unit answers for it."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters import handing
from linli.matters.facts import Fact, Stamp
from linli.matters.state import LEADER, TEAM_LEAD, State


@dataclass(frozen=True)
class Assigned(Fact):
    """The leader in charge or the head of the team was named."""

    sentence = msg("Leader in charge: {leader_user}; head of the team: {team_lead_user}")
    unit: int
    leader_user: int | None
    team_lead_user: int | None

    def apply(self, state: State, stamp: Stamp) -> None:
        for role, user in ((LEADER, self.leader_user), (TEAM_LEAD, self.team_lead_user)):
            if user is not None:
                state.begin_duty(role, unit=self.unit, user=user, at=stamp.at)


@dataclass(frozen=True)
class HandedTo(handing.HandedTo):
    """The same; nobody mediates until the other unit names who does."""

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        if state.stage == "mediating":
            state.stage = "accepted"
