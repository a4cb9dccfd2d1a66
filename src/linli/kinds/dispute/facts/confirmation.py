"""What was asked of the court about an agreement, and what it said."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State

REMINDERS = ("confirmation_first", "confirmation_second")


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
    """The court decided, or the application was withdrawn; `ahead` is what is left of the window to apply again."""

    sentence = msg("{confirmation_result}, {decided_on}")
    confirmation_result: Plain
    decided_on: date
    document: Narrative = ""
    ahead: tuple[Dated, ...] = ()

    def apply(self, state: State, stamp: Stamp) -> None:
        open_window(state, self.ahead)
        state.data["agreement"]["confirmation"] = {
            "state": self.confirmation_result,
            "seq": stamp.seq,
            "on": self.decided_on.isoformat(),
        }


def open_window(state: State, ahead: tuple[Dated, ...]) -> None:
    """The sides can apply (again) and are to be reminded; nothing ahead changes nothing."""
    if ahead:
        state.raise_flag("confirmable")
    for mark in ahead:
        mark.set_on(state)
