"""How a dispute ended: declined, terminated, handed over, visited, closed; and how it came back."""

from dataclasses import dataclass
from datetime import date, datetime

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.agreement import REMINDERS
from linli.kinds.dispute.facts.routing import begin_limit
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Declined(Fact):
    """It was not taken on, and where else to turn was told."""

    sentence = msg("Not taken on: {decline_reason}")
    decline_reason: Plain
    told: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "declined", "declined"
        course.lift(state, *list(state.marks))
        state.data["ending"] = {"seq": stamp.seq, "reason": self.decline_reason, "ways": []}


@dataclass(frozen=True)
class Terminated(Fact):
    """Mediation ended without an agreement, and the other lawful ways were told."""

    sentence = msg("Mediation ended: {termination_reason}. Ways told: {ways}")
    termination_reason: Plain
    ways: tuple[Plain, ...]
    told: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "terminated"
        state.raise_flag("unsettled")
        state.lift_flag("confirmable")
        course.lift(state, "limit", "performance", "confirmation", *REMINDERS)
        state.data["ending"] = {"seq": stamp.seq, "reason": self.termination_reason, "ways": list(self.ways)}


@dataclass(frozen=True)
class Converted(Fact):
    """It goes on as a matter of another kind."""

    sentence = msg("Handed over; goes on as {to_number}")
    to_kind: Plain
    to_number: Plain
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "converted", "converted"
        course.lift(state, *list(state.marks))
        state.data["ending"] = {"seq": stamp.seq, "reason": "", "ways": [], "to_number": self.to_number}


@dataclass(frozen=True)
class Visited(Fact):
    """A follow-up visit; signs of a new quarrel raise the danger."""

    sentence = msg("Follow-up visit on {visited_on}: {performance_found}, {satisfaction}")
    visited_on: date
    performance_found: Plain
    satisfaction: Plain
    escalation: bool
    findings: Narrative
    look_again: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        row = {
            "seq": stamp.seq,
            "on": self.visited_on.isoformat(),
            "found": self.performance_found,
            "satisfaction": self.satisfaction,
            "escalation": self.escalation,
        }
        state.data["visits"].append(row)
        if state.stage == "performed" and self.performance_found == "yes":
            state.raise_flag("visited")
            state.lift_mark("visit")
        if self.look_again:
            state.raise_flag("danger")
            self.look_again.set_on(state)


@dataclass(frozen=True)
class Closed(Fact):
    """The file was closed."""

    sentence = msg("Closed: {outcome}")
    outcome: Plain
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", self.outcome
        state.lift_flag("visited")
        course.lift(state, *list(state.marks))


@dataclass(frozen=True)
class Reopened(Fact):
    """It is looked at again, with a new limit where it had been taken on before."""

    sentence = msg("Opened again: {why}")
    why: Narrative
    stage: Plain
    limit: Dated | None = None
    term: Plain = ""
    start_at: datetime | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = self.stage, ""
        for flag in ("unsettled", "defaulted", "confirmable", "visited"):
            state.lift_flag(flag)
        if state.data["agreement"]:
            state.data["earlier"].append(state.data["agreement"])
        state.data.update(agreement=None, ending=None, visits=[], talks_from=len(state.data["sessions"]))
        if self.limit and self.start_at:
            begin_limit(state, self.limit, term=self.term, start_at=self.start_at)
        course.begin_if_ready(state)
