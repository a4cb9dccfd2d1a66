"""What the desk decided at intake."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Accepted(Fact):
    """It was accepted; the limit of the reply runs from now on. What the desk did not say anew stays."""

    sentence = msg("Accepted; to be answered by {reply}")
    dispatch: Dated
    reply: Dated
    soon: Dated | None = None
    urgency: Plain = ""
    reported_unit: int | None = None

    def for_resident(self) -> str:
        return msg("Accepted; you will have an answer by {reply}.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "accepted"
        state.lift_mark("accept")
        if self.urgency:
            course.mark_urgency(state, self.urgency)
        if self.reported_unit is not None:
            state.data["reported_unit"] = self.reported_unit
        for mark in (self.dispatch, self.reply, self.soon):
            if mark:
                mark.set_on(state)


@dataclass(frozen=True)
class NotAccepted(Fact):
    """It was not accepted, on one of six lawful grounds; the resident reads the answer."""

    sentence = msg("Not accepted: {refusal_ground}")
    refusal_ground: Plain
    answer: Narrative

    def for_resident(self) -> str:
        return msg("Not accepted. {answer}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.end(state, "not_accepted", "not_accepted")
        state.data["ending"] = {"seq": stamp.seq, "ground": self.refusal_ground, "to_number": ""}


@dataclass(frozen=True)
class AnsweredNow(Fact):
    """A question that could be answered at once was."""

    sentence = msg("Answered at intake: {text}")
    text: Narrative

    def for_resident(self) -> str:
        return msg("Answer: {text}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.end(state, "answered", "answered")
        state.data["ending"] = {"seq": stamp.seq, "ground": "", "to_number": ""}
