"""The clock of mediation: begun, stopped, let go on."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import State


def begin_limit(state: State, limit: Dated, *, term: str, start_at: datetime) -> None:
    """Start the clock of mediation, with neither pause nor extension yet."""
    limit.set_on(state)
    state.data["limit"] = {
        "term": term,
        "start_at": utc_text(start_at),
        "pauses": [],
        "paused_at": None,
        "extra_days": 0,
    }


@dataclass(frozen=True)
class Paused(Fact):
    """The clock stands still from here on."""

    sentence = msg("Clock stopped: {pause_reason}")
    pause_reason: Plain
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "paused"
        state.data["limit"]["paused_at"] = utc_text(stamp.at)


@dataclass(frozen=True)
class Resumed(Fact):
    """The clock goes on; the time that stood still is not counted."""

    sentence = msg("Clock goes on; to be settled by {limit}")
    limit: Dated
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage = "mediating"
        clock = state.data["limit"]
        clock["pauses"].append([clock["paused_at"], utc_text(stamp.at)])
        clock["paused_at"] = None
        self.limit.set_on(state)
