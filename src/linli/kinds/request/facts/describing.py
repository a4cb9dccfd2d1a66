"""What was put right about a request: what it is, how urgent, and where."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.request import course, secrecy
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class Reclassified(Fact):
    """What it is was put right, and with it perhaps its limit, counted from when it was."""

    sentence = msg("Put right: {sort}; {urgency}")
    category: Plain
    sort: Plain
    urgency: Plain
    reply: Dated | None = None
    soon: Dated | None = None

    def apply(self, state: State, stamp: Stamp) -> None:
        state.category = self.category
        state.data["sort"] = self.sort
        course.mark_urgency(state, self.urgency)
        for mark in (self.reply, self.soon):
            if mark:
                mark.set_on(state)


@dataclass(frozen=True)
class PlaceCorrected(Fact):
    """Where it is was put right; blank words of the place stay as they were.

    `point_stays`: the point too. It is then not said again: who reads this need not be who may read where it was.
    """

    sentence = msg("Place put right: {place}")
    discreet = ("point",)
    searched = ("place",)
    place: Narrative = ""
    cell: int | None = None
    point: tuple[Plain, Plain] | None = None
    point_stays: bool = False

    def apply(self, state: State, stamp: Stamp) -> None:
        state.cell = self.cell
        if not self.point_stays:
            state.data["point"] = list(self.point) if self.point else None
        state.data["place_seqs"].append(stamp.seq)


@dataclass(frozen=True)
class KeptConfidential(Fact):
    """The resident asked later not to be known: units read a title and words of the desk from then on,
    and of what was written before only what units said of their work."""

    sentence = msg("Confidential from now on: only the desk knows who asked. {task}")
    title: Narrative
    task: Narrative = ""

    def for_resident(self) -> str:
        return msg("Who you are is kept confidential from now on.")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.title_seq = stamp.seq
        state.data.update({"confidential": True, secrecy.KEPT_FROM: stamp.seq})
        state.raise_flag("confidential")
