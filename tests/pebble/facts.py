"""What can have happened to a pebble, in the past tense."""

from dataclasses import dataclass
from typing import ClassVar

from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Personal, Plain, Stamp
from linli.matters.state import HOLDER, UNIT, State


@dataclass(frozen=True)
class Found(Fact):
    """A pebble was found: the opening."""

    sentence = msg("Found by {finder}: {title}")
    masked: ClassVar = {"finder": "name", "phone": "phone"}
    searched = ("place",)
    unit: int
    title: Narrative
    finder: Personal
    phone: Personal
    size: Plain
    cell: int | None = None
    point: tuple[Plain, ...] = ()
    place: Narrative = ""

    def for_resident(self) -> str:
        return msg("You handed it in: {title}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.title_seq, state.data["size"] = "found", stamp.seq, self.size
        state.data["finder_seq"], state.cell = stamp.seq, self.cell
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)


@dataclass(frozen=True)
class TakenOver(Fact):
    """Another matter became this pebble: the opening when it was handed over."""

    sentence = msg("Taken over from {number}: {title}")
    unit: int
    number: Plain
    title: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.title_seq, state.data["taken_over_from"] = "found", stamp.seq, self.number
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)


@dataclass(frozen=True)
class Warned(Fact):
    sentence = msg("Somebody may trip over it")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.raise_flag("danger")


@dataclass(frozen=True)
class Calmed(Fact):
    sentence = msg("The danger is over")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.lift_flag("danger")


@dataclass(frozen=True)
class Carried(Fact):
    """Somebody carries it, until the limit."""

    sentence = msg("Carried by {user}, to be home by {limit}")
    user: int
    unit: int
    limit: Dated

    def for_resident(self) -> str:
        return msg("Carried by {unit}, to be home by {limit}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "carried"
        state.begin_duty(HOLDER, unit=self.unit, user=self.user, at=stamp.at)
        self.limit.set_on(state)


@dataclass(frozen=True)
class PassedOn(Fact):
    """Another unit holds it from now on."""

    sentence = msg("Passed on to {unit}")
    unit: int

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "found"
        state.end_duty(HOLDER, at=stamp.at)
        state.lift_mark("limit")
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)


@dataclass(frozen=True)
class BroughtHome(Fact):
    sentence = msg("Brought home")

    def for_resident(self) -> str:
        return self.sentence

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome = "home", "home"


@dataclass(frozen=True)
class HandedOver(Fact):
    sentence = msg("Handed over, and goes on as {number}")
    number: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.outcome, state.data["handed_over_to"] = "handed_over", "handed_over", self.number


@dataclass(frozen=True)
class Praised(Fact):
    """The finder was content."""

    sentence = msg("Praised: {text}")
    text: Narrative

    def for_resident(self) -> str:
        return msg("You wrote: {text}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["praised"] = stamp.seq
