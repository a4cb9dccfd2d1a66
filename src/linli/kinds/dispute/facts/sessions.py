"""What happened at the mediation table, and what became of its clock."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.matters.facts import Dated, Fact, Narrative, Personal, Plain, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class SessionHeld(Fact):
    """A session with its record; `parties` are party numbers, `others` the others present."""

    sentence = msg("Session no. {number} at {held_at}: {session_outcome}")
    masked = {"others": "rest"}
    number: int
    held_at: datetime
    ends_at: datetime | None
    place: Narrative
    parties: tuple[int, ...]
    member_units: tuple[int, ...]
    public: bool
    rights_told: bool
    record: Narrative
    session_outcome: Plain
    next_at: datetime | None = None
    others: Personal = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["sessions"].append(
            {
                "number": self.number,
                "seq": stamp.seq,
                "held_at": utc_text(self.held_at),
                "parties": list(self.parties),
                "member_units": list(self.member_units),
                "public": self.public,
                "rights_told": self.rights_told,
                "outcome": self.session_outcome,
                "next_at": utc_text(self.next_at) if self.next_at else None,
            }
        )


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


@dataclass(frozen=True)
class Extended(Fact):
    """All sides agreed to more time."""

    sentence = msg("{days} days more, agreed by {sides}; to be settled by {limit}")
    days: int
    sides: tuple[Plain, ...]
    limit: Dated
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["limit"]["extra_days"] += self.days
        self.limit.set_on(state)
