"""How a case came back to work: from a suspension, or after it was closed."""

from dataclasses import dataclass

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Resumed(Fact):
    """Work goes on; the time that stood still is not counted. What nobody has assessed is to be assessed."""

    sentence = msg("Work goes on: {why}")
    why: Narrative
    stale: Dated
    limit: Dated | None = None
    assess: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "filed"
        if aside := course.limit_aside(state):
            pause = [state.data["paused_at"], utc_text(stamp.at)]
            state.data["limit_aside"] = {**aside, "pauses": [*aside["pauses"], pause]}
        state.data["paused_at"] = None
        put_aside_result(state)
        for mark in (self.stale, self.limit, self.assess):
            if mark:
                mark.set_on(state)


@dataclass(frozen=True)
class Reopened(Fact):
    """It is looked at again: to be assessed anew, an administrative one with a new limit."""

    sentence = msg("Opened again: {why}")
    why: Narrative
    stage: Plain
    assess: Dated
    limit: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = self.stage, ""
        course.forget_assessment(state)
        put_aside_result(state)
        state.data.update(ending=None, extension=None, paused_at=None)
        state.data.pop("limit_aside", None)
        self.assess.set_on(state)
        if self.limit:
            self.limit.set_on(state)


def put_aside_result(state: State) -> None:
    if state.data["result"]:
        state.data["earlier"].append(state.data["result"])
    state.data["result"] = None
