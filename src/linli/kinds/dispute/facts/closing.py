"""How a file was closed, and how it came back."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.clock import begin_limit
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Closed(Fact):
    """The file was closed."""

    sentence = msg("Closed: {outcome}")
    outcome: Plain
    note: Narrative = ""

    def for_resident(self) -> str:
        return msg("Closed: {outcome}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", self.outcome
        state.lift_flag("visited")
        course.lift(state, *list(state.marks))


@dataclass(frozen=True)
class Reopened(Fact):
    """It is looked at again, with a new limit where it had been taken on before, or to be taken on or declined anew.

    Where someone may still get hurt, the danger check is due again by `look_again`.
    """

    sentence = msg("Opened again: {why}")
    why: Narrative
    stage: Plain
    limit: Dated | None = None
    term: Plain = ""
    start_at: datetime | None = None
    acceptance: Dated | None = None
    look_again: Dated | None = None

    def for_resident(self) -> str:
        return msg("It is looked at again.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = self.stage, ""
        for flag in ("unsettled", "defaulted", "confirmable", "visited"):
            state.lift_flag(flag)
        if state.data["agreement"]:
            state.data["earlier"].append(state.data["agreement"])
        state.data.update(agreement=None, ending=None, visits=[], talks_from=len(state.data["sessions"]))
        state.data.pop("papers_returned_on", None)
        if self.limit and self.start_at:
            begin_limit(state, self.limit, term=self.term, start_at=self.start_at)
        for mark in (self.acceptance, self.look_again):
            if mark:
                mark.set_on(state)
        course.begin_if_ready(state)
