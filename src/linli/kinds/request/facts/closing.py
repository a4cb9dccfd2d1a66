"""How a request is closed, laid aside until a day, taken up, filed away and opened again."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import choices, course, data_rights, joined
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Closed(Fact):
    """The resident is content: it is closed with what came of it."""

    sentence = msg("Closed: {outcome} {note}")
    outcome: Plain
    redo_until: Dated
    note: Narrative = ""

    def for_resident(self) -> str:
        """Of a list that did not tell what came of it they know nothing."""
        if self.outcome == choices.UNTOLD:
            return msg("Closed. Should it not last, you can ask until {redo_until} that it be done again.")
        return msg("Closed: {outcome}. Should it not last, you can ask until {redo_until} that it be done again.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", self.outcome
        data_rights.end_marks(state)
        self.redo_until.set_on(state)


@dataclass(frozen=True)
class ClosedUnconfirmed(Closed):
    """Closed, and the resident did not say yes."""

    sentence = msg("Closed without the resident's yes: {outcome} {note}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.raise_flag("unconfirmed")


@dataclass(frozen=True)
class Parked(Fact):
    """It cannot be solved now; the resident is told why, and on which day it is looked at again."""

    sentence = msg("Laid aside until {review}: {why}")
    why: Narrative
    review: Dated

    def for_resident(self) -> str:
        return msg("It cannot be solved now: {why} It is looked at again by {review}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "parked"
        for name in ("callback", "redo", "soon"):
            state.lift_mark(name)
        self.review.set_on(state)


@dataclass(frozen=True)
class TakenUp(Fact):
    """Work on it goes on; a new reply is due."""

    sentence = msg("Taken up again; to be answered by {reply}: {why}")
    why: Narrative
    stage: Plain
    reply: Dated
    soon: Dated | None = None

    def for_resident(self) -> str:
        return msg("Work on it goes on; an answer is due by {reply}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = self.stage
        state.lift_mark("review")
        for mark in (self.reply, self.soon):
            if mark:
                mark.set_on(state)
        state.data["handlers"] = []


@dataclass(frozen=True)
class Withdrawn(Fact):
    """The resident told the desk that nothing is asked for any more."""

    sentence = msg("Withdrawn, as the resident said: {why}")
    why: Narrative = ""

    def for_resident(self) -> str:
        return msg("Withdrawn, as you told us. If that is not so, tell the desk.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "closed", "withdrawn"
        data_rights.end_marks(state)
        if number := joined.merged_into(state):
            state.data["merged"] = None
            state.untie(joined.MERGED_INTO, number, at=stamp.at)
        course.keep(state, stamp.seq)
        course.let_extension_lapse(state)
        state.raise_flag("withdrawn")
        state.lift_flag("unsolved")


@dataclass(frozen=True)
class TakenBack(Withdrawn):
    """The resident took it back at the counter."""

    sentence = msg("Taken back by the resident {why}")

    def for_resident(self) -> str:
        return msg("You took it back.")


@dataclass(frozen=True)
class Archived(Fact):
    """Filed away; nothing is expected any more."""

    sentence = msg("Filed away")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "archived"
        state.lift_mark("redo_until")


@dataclass(frozen=True)
class Reopened(Fact):
    """It is looked at again, as when it was accepted: the desk settles anew who handles it."""

    sentence = msg("Opened again; to be answered by {reply}: {why}")
    why: Narrative
    unit: int
    dispatch: Dated
    reply: Dated
    soon: Dated | None = None

    def for_resident(self) -> str:
        return msg("It is looked at again; an answer is due by {reply}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "accepted", ""
        for flag in ("unconfirmed", "withdrawn"):
            state.lift_flag(flag)
        state.lift_mark("redo_until")
        course.hand_to(state, self.unit, at=stamp.at)
        for mark in (self.dispatch, self.reply, self.soon):
            if mark:
                mark.set_on(state)
        state.data["handlers"] = []
