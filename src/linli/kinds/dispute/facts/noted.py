"""What was said at the table and stands apart: undisputed facts and concessions."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Personal, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class UndisputedNoted(Fact):
    """Facts that all sides accept; signed, they stand even when mediation fails."""

    sentence = msg("Facts that all sides accept were recorded")
    undisputed: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["undisputed"].append(stamp.seq)


@dataclass(frozen=True)
class ConcessionNoted(Fact):
    """A concession said for the sake of peace: sealed apart, never to be used against who made it."""

    sentence = msg("A concession was recorded under seal; it may not be used outside this mediation")
    masked = {"concession": "rest"}
    opened_with = "mediate"
    side: Plain
    concession: Personal

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["concessions"].append({"seq": stamp.seq, "side": self.side})
