"""Who is in charge of a dispute, and which unit answers for it."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import CO_HOLDER, HOLDER, LEADER, TEAM_LEAD, UNIT, State


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
        if state.stage == "mediating":
            state.stage = "accepted"
