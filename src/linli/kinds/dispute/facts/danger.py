"""Danger checks: every question with its answer, and what was done at once."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class DangerFound(Fact):
    """At least one answer was yes; looked at again by `look_again`."""

    sentence = msg("Danger check: someone may get hurt. Yes to: {dangers}")
    dangers: tuple[Plain, ...]
    safe: tuple[Plain, ...]
    look_again: Dated
    steps: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["checks"].append({"seq": stamp.seq, "dangers": list(self.dangers), "safe": list(self.safe)})
        state.raise_flag("danger")
        self.look_again.set_on(state)


@dataclass(frozen=True)
class DangerCleared(Fact):
    """Every answer was no."""

    sentence = msg("Danger check: every answer is no")
    safe: tuple[Plain, ...]
    steps: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["checks"].append({"seq": stamp.seq, "dangers": [], "safe": list(self.safe)})
        state.lift_flag("danger")
        state.lift_mark("look_again")
