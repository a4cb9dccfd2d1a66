"""What a resident answers to a reply, and that it is done again."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course, cycles
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import HOLDER, State

OVER = ("accept", "dispatch", "sign", "contact", "reply", "soon", "ruling", "callback", "redo_until", "review")
"""The moments of the cycle that a redo ends."""


@dataclass(frozen=True)
class Rated(Fact):
    """The resident answered at the counter: once for each reply."""

    sentence = msg("The resident answers: {solved}; {satisfaction} {said}")
    solved: Plain
    satisfaction: Plain
    answer_reason: Plain = ""
    said: Narrative = ""

    def for_resident(self) -> str:
        return msg("You answered: {solved}; {satisfaction}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.keep(state, stamp.seq)
        cycles.keep_answer(
            state,
            {
                "seq": stamp.seq,
                "by": "resident",
                "contacted": "",
                "solved": self.solved,
                "satisfaction": self.satisfaction,
                "reason": self.answer_reason,
            },
        )


@dataclass(frozen=True)
class RatedThere(Rated):
    """The same, as a record from outside tells it: of the two, solved and satisfied, one may not stand there."""

    sentence = msg("What the resident answered, as the record from outside says: {satisfaction}; {solved}")


@dataclass(frozen=True)
class RedoBegan(Fact):
    """It is done again because of the answer: the last one who replied holds it by name, and a new reply is due."""

    sentence = msg("To be done again by {user} of {unit} by {redo} {why}")
    user: int | None
    unit: int
    redo: Dated
    why: Narrative = ""

    def for_resident(self) -> str:
        return msg("It is done again; a new answer is due by {redo}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        cycle = course.cycle(state)
        state.stage, state.outcome = "redo", ""
        state.raise_flag("unsolved")
        state.lift_flag("unconfirmed")
        for name in OVER:
            state.lift_mark(name)
        self.redo.set_on(state)
        if self.user is not None:
            state.begin_duty(HOLDER, unit=self.unit, user=self.user, at=stamp.at)
        state.data["handlers"] = []
        state.data["redos"].append({"seq": stamp.seq, "by": self.begun_by, "of": cycle["seq"] if cycle else 0})

    @property
    def begun_by(self) -> str:
        return "answer"


@dataclass(frozen=True)
class RedoAsked(RedoBegan):
    """The resident came back within the window after the closing."""

    sentence = msg("The resident asks that it be done again, by {user} of {unit} by {redo}: {why}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        course.keep(state, stamp.seq)

    @property
    def begun_by(self) -> str:
        return "resident"


@dataclass(frozen=True)
class RedoOrdered(RedoBegan):
    """The desk sent the reply back."""

    sentence = msg("The desk orders that it be done again, by {user} of {unit} by {redo}: {why}")

    @property
    def begun_by(self) -> str:
        return "desk"
