"""A clock that runs faster than the wall's, for the synthetic county only: what it shows at a real moment; pure."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from linli.ground.clock import parse_moment, utc_text


@dataclass(frozen=True)
class Pace:
    """At `real_at` the clock showed `shown_at`; since then it has run `times` as fast."""

    real_at: datetime
    shown_at: datetime
    times: int

    def shown(self, now: datetime) -> datetime:
        """What it shows at the real moment `now`; before it was set going it stands still."""
        return self.shown_at + max(now - self.real_at, timedelta(0)) * self.times

    def ran(self, real: timedelta) -> timedelta:
        """How long a real stretch lasts by this clock."""
        return real * self.times

    def written(self, *, last: datetime) -> str:
        """As it is kept beside the data, with what it showed when that was written."""
        told = {"real_at": self.real_at, "shown_at": self.shown_at, "last": last}
        return json.dumps({**{name: utc_text(at) for name, at in told.items()}, "times": self.times})


def set_going(*, now: datetime, left_off: str, times: int) -> Pace | None:
    """The clock for a start: it goes on from where it was left, never back. None where the wall's will do."""
    last = parse_moment(json.loads(left_off)["last"]) if left_off else now
    shown_at = max(now, last)
    return None if times == 1 and shown_at == now else Pace(now, shown_at, times)


def read(text: str) -> Pace:
    told = json.loads(text)
    return Pace(parse_moment(told["real_at"]), parse_moment(told["shown_at"]), int(told["times"]))
