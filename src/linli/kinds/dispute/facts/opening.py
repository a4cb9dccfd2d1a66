"""How a dispute came to be registered."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.kinds.dispute.course import fresh
from linli.kinds.dispute.facts.classing import mark_households
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import UNIT, State


@dataclass(frozen=True)
class Opened(Fact):
    """A dispute was registered in a unit; `received_on` is the day of the signed receipt of a court's papers.

    `acceptance` is the day by which it is to be taken on or declined; where the office gives no time, there is none.
    """

    sentence = msg("Registered: {dispute_class}; {origin}; {channel}")
    searched = ("story", "place", "requests")
    unit: int
    title: Narrative
    story: Narrative
    dispute_class: Plain
    origin: Plain
    channel: Plain
    category: Plain
    households: int
    place: Narrative = ""
    requests: Narrative = ""
    cell: int | None = None
    happened_on: date | None = None
    court_stage: Plain = ""
    court: Narrative = ""
    commission: Narrative = ""
    received_on: date | None = None
    acceptance: Dated | None = None

    def for_resident(self) -> str:
        return msg("You applied for mediation: {title}")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.title_seq = "registered", stamp.seq
        state.category, state.cell = self.category, self.cell
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)
        state.data = {
            **fresh(),
            "seq": stamp.seq,
            "dispute_class": self.dispute_class,
            "origin": self.origin,
            "channel": self.channel,
            "households": self.households,
            "happened_on": _text(self.happened_on),
            "court_stage": self.court_stage,
            "received_on": _text(self.received_on),
        }
        mark_households(state)
        if self.acceptance:
            self.acceptance.set_on(state)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
