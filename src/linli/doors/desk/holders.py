"""Who held a matter and for how long, as one strip with its list and its sums, and who else has a duty in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from linli.doors.desk.phrases import lasting
from linli.ground.text import msg
from linli.matters.holding import Holding, Stretch, held
from linli.matters.kind import Kind
from linli.matters.models import Event, Matter
from linli.matters.named import Names
from linli.matters.reading import told_of
from linli.matters.state import HOLDER, UNIT, Duty, State

TONES = 4
"""So many units in a row are told apart by their shade; all are by their number."""
ROOMY = 45
"""Thousandths of the strip that leave room for a number."""
DUTIES = {
    "desk": msg("Desk that took it in"),
    "unit": msg("Responsible unit"),
    "leader": msg("Leader in charge"),
    "team_lead": msg("Head of the team"),
    "holder": msg("In hand with"),
    "co_holder": msg("Together with"),
    "assisting": msg("Assisting"),
}


@dataclass(frozen=True)
class Segment:
    """One stretch: its number, names and words, and where it lies in thousandths of the strip."""

    number: int
    unit: str
    user: str
    clock: str
    word: str
    tone: int
    stretch: Stretch
    lasted: str
    start: int
    width: int

    @property
    def place(self) -> Mapping[str, str]:
        """As an SVG takes it."""
        middle = self.start + self.width / 2
        return {"x": _percent(self.start), "width": _percent(self.width), "middle": _percent(middle)}

    @property
    def is_roomy(self) -> bool:
        return self.width >= ROOMY


@dataclass(frozen=True)
class Strip:
    """The whole course with its sums, which leave out the time between a closing and a reopening."""

    segments: Sequence[Segment]
    elapsed: str
    shut: str
    by_unit: Sequence[tuple[str, str]]
    by_clock: Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Part:
    """One more duty, from when until when."""

    role: str
    duty: Duty
    unit: str
    user: str
    lasted: str


def strip_of(seen: Matter, kind: Kind, events: Sequence[Event], *, names: Names, at: datetime) -> Strip:
    """How it was held up to now or to the closing, told by the events that the page shows already."""
    course = held(kind, number=seen.number, events=told_of(events), at=at)
    words = clock_words()
    return Strip(
        segments=tuple(_segments(course, names=names, words=words, now=None if seen.closed_at else at)),
        elapsed=_length(course.elapsed),
        shut=_length(course.shut) if course.shut else "",
        by_unit=[(names.places[unit], _length(lasted)) for unit, lasted in course.by_unit.items()],
        by_clock=[(clock, words[_over(clock)], _length(lasted)) for clock, lasted in course.by_clock.items()],
    )


def duties_of(state: State, *, names: Names, at: datetime) -> list[Part]:
    """Who else had a part in it and for how long, open duties up to now or to the closing."""
    end = state.closed_at or at
    return [
        Part(
            role=_(DUTIES[duty.role]),
            duty=duty,
            unit=names.places[duty.unit],
            user=names.people[duty.user] if duty.user else "",
            lasted=_length(max(duty.until_at or end, duty.from_at) - duty.from_at),
        )
        for duty in state.duties
        if duty.role not in (UNIT, HOLDER)
    ]


def clock_words() -> dict[str, str]:
    """What the clock did, in a word; shut is the time between a closing and a reopening."""
    return {
        "running": pgettext("clock", "Running"),
        "ran": pgettext("clock", "Ran"),
        "paused": pgettext("clock", "Paused"),
        "stopped": pgettext("clock", "Stopped"),
        "shut": _("Closed, then opened again"),
    }


def _segments(course: Holding, *, names: Names, words: Mapping[str, str], now: datetime | None) -> Iterator[Segment]:
    """From edge to edge: each begins where the one before ended, also after rounding. What ended runs no more; without
    a now all has."""
    tones = {unit: place % TONES for place, unit in enumerate(dict.fromkeys(one.unit for one in course.stretches))}
    passed, start = timedelta(), 0
    for number, one in enumerate(course.stretches, start=1):
        passed += one.lasted
        end = round(1000 * passed / course.whole)
        clock = "shut" if one.shut else one.clock
        yield Segment(
            number=number,
            unit=names.places[one.unit],
            user=names.people[one.user] if one.user else "",
            clock=clock,
            word=words[_over(clock) if now is None or one.until_at < now else clock],
            tone=tones[one.unit],
            stretch=one,
            lasted=_length(one.lasted),
            start=start,
            width=end - start,
        )
        start = end


def _over(clock: str) -> str:
    return "ran" if clock == "running" else clock


def _length(lasted: timedelta) -> str:
    return lasting(lasted) or _("under a minute")


def _percent(thousandths: float) -> str:
    return f"{thousandths / 10:g}%"
