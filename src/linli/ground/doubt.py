"""Whether the clock of this machine is to be believed, so that a wrong one neither turns colours nor seals; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linli.ground.text import msg

LEEWAY = timedelta(minutes=5)
BEHIND = msg(
    "The clock of this machine says {now}, but the ledger holds something of {newest}: nothing is turned or sealed. "
    "Set the clock right; if it is right now, say ./linli tick --trust-clock once."
)
SET = msg(
    "The clock of this machine was set, to {now}: nothing is turned or sealed in this beat. "
    "If that is wrong, set it right now; the next beat goes on."
)


@dataclass(frozen=True)
class Reading:
    """One look at both clocks: what the wall shows, and how long the machine has run by one that nobody sets."""

    at: datetime
    ran: timedelta


def doubt(now: Reading, *, before: Reading | None = None, newest_at: datetime | None = None) -> str:
    """Why not to go by the clock; empty when it is to be believed."""
    if newest_at is not None and newest_at - now.at > LEEWAY:
        return BEHIND
    if before is not None and abs((now.at - before.at) - (now.ran - before.ran)) > LEEWAY:
        return SET
    return ""
