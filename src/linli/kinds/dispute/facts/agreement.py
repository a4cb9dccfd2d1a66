"""What the sides agreed, how it was kept, and what the court said to it."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State

REMINDERS = ("confirmation_first", "confirmation_second")


@dataclass(frozen=True)
class Instalment:
    """One thing to be done by a day by a side; the amount is 0 when it is an act."""

    number: int
    amount_fen: int
    due_on: date
    by_side: Plain


@dataclass(frozen=True)
class Agreed(Fact):
    """An agreement took effect; `items` says in one line each what the instalments are."""

    sentence = msg("{agreement_form}, in effect from {effective_on}; amount {amount_fen}")
    agreement_form: Plain
    main_facts: Narrative
    disputed: Narrative
    terms: Narrative
    manner: Narrative
    items: Narrative
    amount_fen: int
    instalments: tuple[Instalment, ...]
    effective_on: date
    copies: int
    performance: Dated
    confirmation: Dated
    confirmation_first: Dated
    confirmation_second: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "agreed"
        state.lift_mark("limit")
        state.raise_flag("confirmable")
        for mark in (self.performance, self.confirmation, self.confirmation_first, self.confirmation_second):
            mark.set_on(state)
        state.data["agreement"] = {
            "seq": stamp.seq,
            "form": self.agreement_form,
            "amount_fen": self.amount_fen,
            "effective_on": self.effective_on.isoformat(),
            "copies": self.copies,
            "instalments": [_row(part) for part in self.instalments],
            "confirmation": None,
            "urged": [],
        }


@dataclass(frozen=True)
class Performed(Fact):
    """One instalment was kept; `performance` is the next due day, `visit` stands when nothing is left."""

    sentence = msg("Instalment no. {number} performed on {performed_on}")
    number: int
    performed_on: date
    proof: Narrative
    performance: Dated | None
    visit: Dated | None

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.instalment(state, self.number):
            row.update(state="kept", seq=stamp.seq, performed_on=self.performed_on.isoformat())
        if not any(row["state"] == "failed" for row in course.instalments(state)):
            state.lift_flag("defaulted")
        for mark in (self.performance, self.visit):
            if mark:
                mark.set_on(state)
        if not course.open_instalments(state):
            state.stage = "performed"
            state.lift_flag("confirmable")
            course.lift(state, "performance", *REMINDERS)


@dataclass(frozen=True)
class Defaulted(Fact):
    """An instalment was found not to have been kept on its day."""

    sentence = msg("Instalment no. {number} was not performed in time")
    number: int
    finding: Narrative
    step: Narrative
    performance: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.instalment(state, self.number):
            row.update(state="failed", seq=stamp.seq)
        state.stage = "agreed"
        state.lift_flag("visited")
        state.raise_flag("defaulted")
        self.performance.set_on(state)


@dataclass(frozen=True)
class PerformanceUrged(Fact):
    """The committee urged a side to perform."""

    sentence = msg("{by_side} urged to perform")
    by_side: Plain
    text: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["agreement"]["urged"].append(stamp.seq)


@dataclass(frozen=True)
class ConfirmationApplied(Fact):
    """All sides jointly asked the court to confirm the agreement, after the pre-check."""

    sentence = msg("Judicial confirmation applied for on {applied_on}")
    applied_on: date
    court: Narrative
    papers: tuple[Plain, ...]
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_flag("confirmable")
        course.lift(state, *REMINDERS)
        state.data["agreement"]["confirmation"] = {
            "state": "applied",
            "seq": stamp.seq,
            "on": self.applied_on.isoformat(),
        }


@dataclass(frozen=True)
class ConfirmationAnswered(Fact):
    """The court decided, or the application was withdrawn."""

    sentence = msg("{confirmation_result}, {decided_on}")
    confirmation_result: Plain
    decided_on: date
    document: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["agreement"]["confirmation"] = {
            "state": self.confirmation_result,
            "seq": stamp.seq,
            "on": self.decided_on.isoformat(),
        }


def _row(part: Instalment) -> course.Row:
    return {
        "number": part.number,
        "amount_fen": part.amount_fen,
        "due_on": part.due_on.isoformat(),
        "by_side": part.by_side,
        "state": "due",
        "seq": 0,
        "performed_on": None,
    }
