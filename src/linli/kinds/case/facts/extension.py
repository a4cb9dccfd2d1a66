"""More time for an administrative case: asked for, approved once, or refused."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.facts import Dated, Fact, Narrative, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ExtensionAsked(Fact):
    """More time was asked for before the limit ran out; somebody else decides."""

    sentence = msg("More time asked for: {why}")
    why: Narrative
    awaiting: Dated
    decision: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        self.awaiting.set_on(state)
        if self.decision:
            self.decision.set_on(state)
        state.data["extension"] = {"seq": stamp.seq, "state": "asked", "by_user": stamp.user}


@dataclass(frozen=True)
class ExtensionApproved(Fact):
    """More time was given."""

    sentence = msg("More time approved; to be concluded by {limit}")
    limit: Dated
    document: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        course.lift(state, course.ASKED)
        self.limit.set_on(state)
        state.data["extension"].update(state="approved", decided_seq=stamp.seq)


@dataclass(frozen=True)
class ExtensionRefused(Fact):
    """More time was refused; the limit stays."""

    sentence = msg("More time refused: {why}")
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        course.lift(state, course.ASKED)
        state.data["extension"].update(state="refused", decided_seq=stamp.seq)
