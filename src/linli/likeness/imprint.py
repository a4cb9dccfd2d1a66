"""What of one incident is compared with another, as plain numbers."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from linli.ground.clock import local, utc

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = 24 * 60
WEEK = 0b1111111


class Imprint(NamedTuple):
    """Moments in whole minutes since 1970; `minute` is the middle on the wall clock, `weekdays` has Monday as bit 0."""

    root: str
    category: str
    cell: int | None
    from_minute: int
    until_minute: int
    minute: int
    width: int
    weekdays: int


class Beside(NamedTuple):
    """One matter laid beside others: its series, where the words of its method stand, and its imprint, laid flat."""

    matter: int
    series: str
    method_seq: int
    method_field: str
    root: str
    category: str
    cell: int | None
    from_minute: int
    until_minute: int
    minute: int
    width: int
    weekdays: int


Told = Imprint | Beside


def imprint(category: str, *, root: str, cell: int | None, from_at: datetime, until_at: datetime, zone: str) -> Imprint:
    """Between two moments of which often only one is known well: the owner left, and came back."""
    from_at, until_at = utc(from_at), utc(max(from_at, until_at))
    first, last = (int((at - EPOCH) // MINUTE) for at in (from_at, until_at))
    middle = local(from_at + (until_at - from_at) / 2, zone=zone)
    return Imprint(
        root=root or category,
        category=category,
        cell=cell,
        from_minute=first,
        until_minute=last,
        minute=middle.hour * 60 + middle.minute,
        width=min(last - first, DAY),
        weekdays=_weekdays(from_at, until_at, zone=zone),
    )


def _weekdays(from_at: datetime, until_at: datetime, *, zone: str) -> int:
    first, last = local(from_at, zone=zone).date(), local(until_at, zone=zone).date()
    touched = min((last - first).days, 6) + 1
    return sum({1 << (first.weekday() + day) % 7 for day in range(touched)})
