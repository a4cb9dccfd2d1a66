"""Calling a matter up: a leader wants it on the table of the next meeting, or no longer."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.command import CommandForm, NothingToTell, Scene, command
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.marks import CALLED_UP
from linli.matters.state import Mark, State

CLOSED = msg("The matter is closed. Reopen it first, where its course allows that.")
NOT_CALLED = msg("Nobody has called this matter up.")


@dataclass(frozen=True)
class CalledUp(Fact):
    """A leader wants to hear of it; a meeting cut after this moment answers the call."""

    sentence = msg("Called up for the next meeting: {reason}")
    reason: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.marks[CALLED_UP] = Mark(at=stamp.at, provisional=False, basis={})


@dataclass(frozen=True)
class CallDismissed(Fact):
    sentence = msg("No longer called up for the next meeting")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_mark(CALLED_UP)


class CallUpForm(CommandForm):
    reason = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500)


def still_open(state: State) -> str:
    return CLOSED if state.closed_at else ""


def called(state: State) -> str:
    return "" if CALLED_UP in state.marks else NOT_CALLED


@command(msg("Call up for the next meeting"), act="approve", form=CallUpForm, guard=still_open, weight="aside")
def call_up(scene: Scene) -> CalledUp:
    return CalledUp(reason=scene.told["reason"])


@command(msg("Dismiss the call"), act="approve", form=NothingToTell, guard=called, weight="aside")
def dismiss_call(scene: Scene) -> CallDismissed:
    return CallDismissed()
