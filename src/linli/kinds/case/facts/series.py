"""A case was linked with others into a series, or left it."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.case.course import SERIES
from linli.matters.facts import Fact, Narrative, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class SeriesJoined(Fact):
    """It belongs to a series; `other` is the case it was linked with, empty when it joined the series as such."""

    sentence = msg("In series {series} with {other}: {why}")
    series: Plain
    other: Plain
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.tie(SERIES, self.series, at=stamp.at)
        state.data["links"].append({"seq": stamp.seq, "series": self.series, "other": self.other})


@dataclass(frozen=True)
class SeriesLeft(Fact):
    """It was taken out of its series."""

    sentence = msg("Taken out of series {series}: {why}")
    series: Plain
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.untie(SERIES, self.series, at=stamp.at)
        state.data["links"] = [row for row in state.data["links"] if row["series"] != self.series]
