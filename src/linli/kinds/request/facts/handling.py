"""What the unit that handles a request did for it."""

from dataclasses import dataclass

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import HOLDER, State


@dataclass(frozen=True)
class Signed(Fact):
    """The first unit to take it leads; who signed answers for it in person."""

    sentence = msg("Signed for by {unit}")
    unit: int
    user: int
    contact: Dated | None = None

    def for_resident(self) -> str:
        return msg("{unit} has taken it in hand.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "in_progress"
        state.lift_mark("sign")
        state.begin_duty(HOLDER, unit=self.unit, user=self.user, at=stamp.at)
        course.note_handler(state, stamp.user)
        if self.contact:
            self.contact.set_on(state)


@dataclass(frozen=True)
class Contacted(Fact):
    """The resident was contacted, or it was tried."""

    sentence = msg("First contact: {contact_way}")
    contact_way: Plain
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        course.note_handler(state, stamp.user)
        if self.contact_way != "not_reached":
            state.data["contacted"] = {"seq": stamp.seq, "at": utc_text(stamp.at)}
            state.lift_mark("contact")


@dataclass(frozen=True)
class Progressed(Fact):
    """Something was done; the resident reads it."""

    sentence = msg("Progress: {text}")
    text: Narrative

    def for_resident(self) -> str:
        return msg("{text}")

    def apply(self, state: State, stamp: Stamp) -> None:
        course.note_handler(state, stamp.user)
        state.data["progress"].append({"seq": stamp.seq})


@dataclass(frozen=True)
class Replied(Fact):
    """It was answered; what the resident says to the answer is still to be heard."""

    sentence = msg("Answered: {result}")
    searched = ("text", "measures")
    unit: int
    result: Plain
    text: Narrative
    callback: Dated
    measures: Narrative = ""
    legal_basis: Narrative = ""

    def for_resident(self) -> str:
        return msg("Answer of {unit}: {text}")

    def apply(self, state: State, stamp: Stamp) -> None:
        limit = state.marks.get("redo" if state.stage == "redo" else "reply")
        course.note_handler(state, stamp.user)
        course.let_extension_lapse(state)
        course.lift(state, (*course.LIMIT, *course.ROUTING, *course.DEMANDS, "redo"))
        state.stage = "replied"
        state.lift_flag("urged")
        self.callback.set_on(state)
        row: course.Row = {
            "seq": stamp.seq,
            "by_user": stamp.user,
            "unit": self.unit,
            "result": self.result,
            "in_time": limit is None or stamp.at <= limit.at,
            "answer": None,
            "tries": [],
            "waived": False,
        }
        state.data["cycles"].append(row)


@dataclass(frozen=True)
class RepliedThere(Replied):
    """The same, as a record from outside tells it: nobody here gave the answer, so nobody holds it for that."""

    sentence = msg("Answered by {unit}, as the record from outside says: {result}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp._replace(user=None))
