"""Accepted, asked for consent, given to whom: the way of a dispute to the mediation table."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import CO_HOLDER, HOLDER, LEADER, TEAM_LEAD, UNIT, State


@dataclass(frozen=True)
class Accepted(Fact):
    """It was taken on; `term` and `start_at` are what the limit counts from."""

    sentence = msg("Taken on; to be settled by {limit}")
    limit: Dated
    term: Plain
    start_at: datetime
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "accepted"
        begin_limit(state, self.limit, term=self.term, start_at=self.start_at)
        course.begin_if_ready(state)


@dataclass(frozen=True)
class ConsentGiven(Fact):
    """A side said yes to mediation, rights and duties having been told."""

    sentence = msg("{side} agrees to mediation")
    side: Plain
    rights_told: bool
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["consents"][self.side] = {"seq": stamp.seq, "agreed": True, "rights_told": self.rights_told}
        course.begin_if_ready(state)


@dataclass(frozen=True)
class ConsentRefused(Fact):
    """A side clearly refused mediation."""

    sentence = msg("{side} does not agree to mediation")
    side: Plain
    rights_told: bool
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["consents"][self.side] = {"seq": stamp.seq, "agreed": False, "rights_told": self.rights_told}


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


def begin_limit(state: State, limit: Dated, *, term: str, start_at: datetime) -> None:
    """Start the clock of mediation, with neither pause nor extension yet."""
    limit.set_on(state)
    state.data["limit"] = {
        "term": term,
        "start_at": utc_text(start_at),
        "pauses": [],
        "paused_at": None,
        "extra_days": 0,
    }
