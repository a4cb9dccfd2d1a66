"""More time for a request, and the clock that stands still."""

from dataclasses import dataclass

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.facts import Dated, Fact, Narrative, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ExtensionAsked(Fact):
    """More time was asked for before the limit ran out; the desk decides."""

    sentence = msg("{days} more days asked for: {why}")
    days: int
    why: Narrative
    legal_basis: Narrative
    awaiting: Dated
    decision: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        course.note_handler(state, stamp.user)
        state.raise_flag("extension_asked")
        row = {"seq": stamp.seq, "by_user": stamp.user, "days": self.days, "state": "asked"}
        state.data["extension"] = row
        for mark in (self.awaiting, self.decision):
            mark.set_on(state)


@dataclass(frozen=True)
class ExtensionGranted(Fact):
    """More time was given: it is added to the limit, which is not begun again; the resident is told."""

    sentence = msg("{days} more days given; to be answered by {reply}")
    days: int
    reply: Dated
    soon: Dated | None = None
    note: Narrative = ""

    def for_resident(self) -> str:
        return msg("It takes longer than thought; you will have an answer by {reply}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_flag("extension_asked")
        course.lift(state, course.ASKED)
        state.data["extension"].update(state="granted", decided_seq=stamp.seq, granted=self.days)
        for mark in (self.reply, self.soon):
            if mark:
                mark.set_on(state)


@dataclass(frozen=True)
class ExtensionRefused(Fact):
    """More time was refused; the limit stays, and the resident is told that it does."""

    sentence = msg("More time refused: {why}")
    why: Narrative

    def for_resident(self) -> str:
        return msg("More time was asked for and not given; you will have an answer by the day you were told.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_flag("extension_asked")
        course.lift(state, course.ASKED)
        state.data["extension"].update(state="refused", decided_seq=stamp.seq)


@dataclass(frozen=True)
class Suspended(Fact):
    """Work on it stops with the desk's approval; the clock stands still, and the resident reads why."""

    sentence = msg("Suspended: {why}")
    why: Narrative

    def for_resident(self) -> str:
        return msg("Work on it has to wait: {why}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "suspended"
        course.let_extension_lapse(state)
        state.data["paused_at"] = utc_text(stamp.at)
        state.data["suspensions"].append({"seq": stamp.seq, "until_seq": None})


@dataclass(frozen=True)
class Resumed(Fact):
    """Work goes on; the time that stood still is not counted."""

    sentence = msg("Work goes on: {why}")
    why: Narrative
    reply: Dated | None = None
    soon: Dated | None = None
    contact: Dated | None = None

    def for_resident(self) -> str:
        return msg("Work on it goes on; you will have an answer by {reply}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "in_progress"
        state.data["paused_at"] = None
        state.data["suspensions"][-1]["until_seq"] = stamp.seq
        for mark in (self.reply, self.soon, self.contact):
            if mark:
                mark.set_on(state)
