"""Who held a matter, from when to when: the stretches of one duty, which add up to the elapsed time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linli.matters.state import UNIT, State


@dataclass(frozen=True)
class Stretch:
    """One unit, or one user of it, holding the matter without a break."""

    unit: int
    user: int | None
    from_at: datetime
    until_at: datetime

    @property
    def lasted(self) -> timedelta:
        return self.until_at - self.from_at


def stretches(state: State, *, at: datetime, role: str = UNIT) -> tuple[Stretch, ...]:
    """The stretches of one role up to now, or up to the closing. Those of UNIT leave no gap and never overlap."""
    end = state.closed_at or at
    held = [duty for duty in state.duties if duty.role == role and duty.from_at <= end]
    return tuple(Stretch(duty.unit, duty.user, duty.from_at, min(duty.until_at or end, end)) for duty in held)


def elapsed(state: State, *, at: datetime) -> timedelta:
    """From the first word to the closing, or to now."""
    return (state.closed_at or at) - (state.opened_at or at)
