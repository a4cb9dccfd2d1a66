"""What came of the case: reported by who worked on it, approved or sent back by who leads."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ResultReported(Fact):
    """The officer says what came of it; the leader decides."""

    sentence = msg("Result reported: {result}")
    result: Plain
    report: Narrative
    awaiting: Dated
    solved_on: date | None = None
    to_whom: Narrative = ""
    decision: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "reported"
        self.awaiting.set_on(state)
        if self.decision:
            self.decision.set_on(state)
        state.data["result"] = {
            "seq": stamp.seq,
            "result": self.result,
            "solved_on": self.solved_on.isoformat() if self.solved_on else None,
            "state": "reported",
            "by_user": stamp.user,
        }


@dataclass(frozen=True)
class ReportedThere(ResultReported):
    """The same, as a record from outside tells it: nobody here reported it, so nobody is held back from deciding."""

    sentence = msg("Result, as the record from outside says: {result}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp._replace(user=None))


@dataclass(frozen=True)
class ResultApproved(Fact):
    """The result stands and the case is closed."""

    sentence = msg("Result approved: {result}")
    result: Plain
    solved_on: date | None = None
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", self.result
        course.forget_assessment(state)
        course.lift(state, state.marks)
        state.data["result"].update(state="approved", decided_seq=stamp.seq)


@dataclass(frozen=True)
class SentBack(Fact):
    """The result does not stand yet; the case goes back to work."""

    sentence = msg("Sent back: {why}")
    returns: ClassVar[bool] = True
    why: Narrative
    stale: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "filed"
        course.lift(state, course.ASKED)
        self.stale.set_on(state)
        state.data["earlier"].append({**state.data["result"], "state": "sent_back", "decided_seq": stamp.seq})
        state.data["result"] = None


@dataclass(frozen=True)
class Suspended(Fact):
    """Work on it stops by approval; the clock stands still until it goes on."""

    sentence = msg("Suspension approved; the clock stands still")
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "suspended"
        course.lift(state, (*course.ASKED, "stale", "assess"))
        state.data["paused_at"] = utc_text(stamp.at)
        state.data["result"].update(state="approved", decided_seq=stamp.seq)
