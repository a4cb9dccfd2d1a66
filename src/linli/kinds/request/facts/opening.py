"""How a request came in, and who asked."""

from dataclasses import dataclass
from typing import ClassVar

from linli.ground.text import msg
from linli.kinds.request import choices, course
from linli.matters.facts import Dated, Fact, Narrative, Personal, Plain, Stamp
from linli.matters.state import DESK, UNIT, State


@dataclass(frozen=True)
class TakenIn(Fact):
    """A request came in at a desk, which answers for it to the resident; until it is dispatched it is there too.

    `point`: longitude and latitude, written out: the chain knows no fractions.
    """

    sentence = msg("Taken in: {sort}; {channel}")
    searched = ("story", "place")
    unit: int
    title: Narrative
    story: Narrative
    category: Plain
    sort: Plain
    channel: Plain
    accept: Dated
    urgency: Plain = choices.ORDINARY
    cell: int | None = None
    place: Narrative = ""
    point: tuple[Plain, Plain] | None = None
    confidential: bool = False
    wants_reply: bool = False
    anonymous: bool = False
    reported_unit: int | None = None

    def for_resident(self) -> str:
        return msg("Your request was taken in.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.title_seq = "handed_in", stamp.seq
        state.category, state.cell = self.category, self.cell
        for duty in (DESK, UNIT):
            state.begin_duty(duty, unit=self.unit, user=None, at=stamp.at)
        state.data = {
            **course.fresh(),
            "sort": self.sort,
            "channel": self.channel,
            "confidential": self.confidential,
            "wants_reply": self.wants_reply,
            "anonymous": self.anonymous,
            "reported_unit": self.reported_unit,
            "point": list(self.point) if self.point else None,
            "opened": stamp.seq,
            "place_seqs": [stamp.seq],
            "kept": [stamp.seq],
        }
        course.mark_urgency(state, self.urgency)
        if self.confidential:
            state.raise_flag("confidential")
        self.accept.set_on(state)


@dataclass(frozen=True)
class HandedIn(TakenIn):
    """A resident handed it in at the public counter."""

    sentence = msg("Handed in at the counter: {sort}")

    def for_resident(self) -> str:
        return msg("You handed in your request.")


@dataclass(frozen=True)
class ReporterNamed(Fact):
    """Who asked, and how to reach them: an entry of its own, so that it is opened alone."""

    sentence = msg("Requester: {name}")
    masked: ClassVar = {"name": "name", "phone": "phone"}
    has_phone: bool
    reporter_sort: Plain = "person"
    name: Personal = ""
    phone: Personal = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        reporter = {"seq": stamp.seq, "has_phone": self.has_phone, "sort": self.reporter_sort}
        state.data["reporter"] = reporter
        course.keep(state, stamp.seq)
