"""What happened at the mediation table."""

from dataclasses import dataclass
from datetime import datetime

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Personal, Plain, Stamp
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

    def for_resident(self) -> str:
        return msg("The sides sat together: session no. {number}")

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
