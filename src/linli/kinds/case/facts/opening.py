"""How a case came to be accepted."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.kinds.case.course import URGENT, fresh
from linli.matters.converting import CAME_FROM
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import UNIT, State


@dataclass(frozen=True)
class Opened(Fact):
    """An incident was accepted in a unit; only an administrative one has a lawful limit."""

    sentence = msg("Accepted: {case_class}; {source}")
    searched = ("story", "place", "method")
    unit: int
    title: Narrative
    story: Narrative
    category: Plain
    case_class: Plain
    source: Plain
    assess: Dated
    limit: Dated | None = None
    occurred_from: datetime | None = None
    occurred_until: datetime | None = None
    cell: int | None = None
    place: Narrative = ""
    method: Narrative = ""
    loss_fen: int | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.title_seq = "accepted", stamp.seq
        state.category, state.cell = self.category, self.cell
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)
        self.assess.set_on(state)
        if self.limit:
            self.limit.set_on(state)
        state.data = {
            **fresh(),
            "seq": stamp.seq,
            "method_seq": stamp.seq,
            "place_seqs": [stamp.seq],
            "case_class": self.case_class,
            "source": self.source,
            "occurred_from": text_of(self.occurred_from),
            "occurred_until": text_of(self.occurred_until),
            "loss_fen": self.loss_fen,
        }


@dataclass(frozen=True)
class TakenOver(Opened):
    """A case was accepted because a matter of another kind was handed over."""

    sentence = msg("Taken over from {from_number}: {case_class}")
    from_number: Plain = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.data["from_number"] = self.from_number
        state.tie(CAME_FROM, self.from_number, at=stamp.at)


@dataclass(frozen=True)
class TakenOverUrgently(TakenOver):
    """The same, and somebody may get hurt: to be looked at now, and not only when an assessment is due."""

    sentence = msg("Taken over from {from_number} because someone may get hurt: {case_class}")

    def apply(self, state: State, stamp: Stamp) -> None:
        super().apply(state, stamp)
        state.raise_flag(URGENT)


def text_of(moment: datetime | None) -> str | None:
    return utc_text(moment) if moment else None
