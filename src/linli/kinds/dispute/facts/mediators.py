"""Who mediates: named, changed, withdrawn, and the bodies that join in."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import ASSISTING, CO_HOLDER, HOLDER, State


@dataclass(frozen=True)
class MediatorsNamed(Fact):
    """The mediators were named; the first one leads."""

    sentence = msg("Mediators: {users}")
    unit: int
    users: tuple[int, ...]
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.end_duty(CO_HOLDER, at=stamp.at)
        first, *others = self.users
        state.begin_duty(HOLDER, unit=self.unit, user=first, at=stamp.at)
        for user in others:
            state.begin_duty(CO_HOLDER, unit=self.unit, user=user, at=stamp.at)
        course.begin_if_ready(state)


@dataclass(frozen=True)
class MediatorsChanged(MediatorsNamed):
    """Others took over."""

    sentence = msg("Mediators changed to: {users}")


@dataclass(frozen=True)
class Recused(Fact):
    """A mediator stepped back or was asked to; the next one leads, if there is one."""

    sentence = msg("{user} no longer mediates: recusal")
    user: int
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["recused_users"].append(self.user)
        state.end_duty(HOLDER, at=stamp.at, user=self.user)
        state.end_duty(CO_HOLDER, at=stamp.at, user=self.user)
        others = state.holders(CO_HOLDER)
        if state.holder(HOLDER) is None and others:
            state.end_duty(CO_HOLDER, at=stamp.at, user=others[0].user)
            state.begin_duty(HOLDER, unit=others[0].unit, user=others[0].user, at=stamp.at)


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
