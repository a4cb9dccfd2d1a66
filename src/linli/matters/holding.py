"""Who held a matter, from when to when, and how its clock ran: stretches that add up to the time since its opening."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeVar

from linli.matters.kind import Kind
from linli.matters.state import HOLDER, UNIT
from linli.matters.timeline import Timeline, Told, begin

Key = TypeVar("Key")


@dataclass(frozen=True)
class Stretch:
    """A time without a break in which the same unit and user held the matter and its clock did the same."""

    unit: int
    user: int | None
    clock: str
    """Running, paused or stopped, as the stage said then."""
    shut: bool
    """The matter was closed then, and opened again after."""
    from_at: datetime
    until_at: datetime

    @property
    def lasted(self) -> timedelta:
        return self.until_at - self.from_at


@dataclass(frozen=True)
class Holding:
    """The whole course from the opening to the last closing, or to now: no gap, no overlap, nothing counted twice.

    The time between a closing and a reopening is a stretch like any other, `shut` and with a stopped clock, under the
    unit that held the matter when it was closed: so the stretches always add up to `whole`. But nobody had it in hand
    then, so `elapsed` and the sums by unit and by clock leave it out, and `shut` tells it by itself.
    """

    stretches: tuple[Stretch, ...]

    @property
    def whole(self) -> timedelta:
        return sum((one.lasted for one in self.stretches), timedelta())

    @property
    def shut(self) -> timedelta:
        return sum((one.lasted for one in self.stretches if one.shut), timedelta())

    @property
    def elapsed(self) -> timedelta:
        return self.whole - self.shut

    @property
    def by_unit(self) -> dict[int, timedelta]:
        """In the order in which they first held it."""
        return _sums((one.unit, one.lasted) for one in self.stretches if not one.shut)

    @property
    def by_clock(self) -> dict[str, timedelta]:
        return _sums((one.clock, one.lasted) for one in self.stretches if not one.shut)


def held(kind: Kind, *, number: str, events: Iterable[Told], at: datetime) -> Holding:
    """How a matter was held until then, told by its events alone."""
    line, standing = begin(kind, number=number), list[Stretch]()
    for event in events:
        line.retake(event)
        standing.append(_standing(line, from_at=event.at))
    end = line.state.closed_at or max(at, line.last_at or at)
    ends = [*(one.from_at for one in standing[1:]), end]
    found = (replace(one, until_at=min(until_at, end)) for one, until_at in zip(standing, ends, strict=False))
    return Holding(tuple(_joined(one for one in found if one.from_at < one.until_at)))


def _standing(line: Timeline, *, from_at: datetime) -> Stretch:
    """Who holds it after the last event, for no time yet."""
    unit, user, stage = line.state.holder(UNIT), line.state.holder(HOLDER), line.kind.stage_of(line.state)
    return Stretch(
        unit=unit.unit if unit else 0,
        user=user.user if user else None,
        clock=stage.clock,
        shut=line.state.closed_at is not None,
        from_at=from_at,
        until_at=from_at,
    )


def _joined(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Those between which nothing changed, made one."""
    for _same, run in groupby(found, key=lambda one: (one.unit, one.user, one.clock, one.shut)):
        whole = list(run)
        yield replace(whole[0], until_at=whole[-1].until_at)


def _sums(pairs: Iterable[tuple[Key, timedelta]]) -> dict[Key, timedelta]:
    sums: dict[Key, timedelta] = {}
    for key, lasted in pairs:
        sums[key] = sums.get(key, timedelta()) + lasted
    return sums
