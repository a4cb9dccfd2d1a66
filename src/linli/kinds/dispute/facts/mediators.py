"""Who mediates: named, changed, withdrawn."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import CO_HOLDER, HOLDER, State


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
