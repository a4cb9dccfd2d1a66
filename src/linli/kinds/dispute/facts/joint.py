"""The bodies that join in the mediation."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import ASSISTING, State


@dataclass(frozen=True)
class Joined(Fact):
    """A body joined the mediation."""

    sentence = msg("{unit} joins the mediation: {member_kind}")
    unit: int
    member_kind: Plain
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.begin_duty(ASSISTING, unit=self.unit, user=None, at=stamp.at)
        row = {"unit": self.unit, "kind": self.member_kind, "seq": stamp.seq, "opinions": [], "left": False}
        state.data["members"].append(row)


@dataclass(frozen=True)
class Opined(Fact):
    """A member body gave its opinion."""

    sentence = msg("Opinion of {unit}: {opinion}")
    unit: int
    opinion: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.member(state, self.unit):
            row["opinions"].append(stamp.seq)


@dataclass(frozen=True)
class LeftJoint(Fact):
    """A member body left the mediation."""

    sentence = msg("{unit} leaves the mediation")
    unit: int
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.member(state, self.unit):
            row["left"] = True
        state.end_duty(ASSISTING, at=stamp.at, unit=self.unit)
