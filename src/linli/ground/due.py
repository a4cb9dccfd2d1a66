"""When a limit runs out: walked from day to day, and the walk kept as the answer to "why this date"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from linli.ground.clock import day_of, moment, utc
from linli.ground.span import CLOCK_HOURS, NATURAL_DAYS, NEXT_DAY, WORKING_DAYS, Limit, Span
from linli.ground.text import msg
from linli.ground.workdays import DAY, MADE_UP, WORKING, Calendar, Window

LAST_SECOND = time(23, 59, 59)
BEGINNING = msg("Day it began, not counted")
CLOSED = msg("Office already closed")
PAUSED = msg("Clock paused")
NATURAL = msg("Natural day")
HOURS = msg("Clock hours")
COUNTED = (WORKING, MADE_UP)
ROLLED = msg("Rolled over to the next working day")


@dataclass(frozen=True)
class Pause:
    """A stretch in which the clock stands still, from its first moment up to but without its last."""

    from_at: datetime
    until_at: datetime

    def __post_init__(self) -> None:
        if utc(self.until_at) < utc(self.from_at):
            raise ValueError("A pause cannot end before it begins.")


@dataclass(frozen=True)
class Step:
    """One day of the walk: did it count and why, as the how-manieth, or for how long; `assumed` if unpublished."""

    on: date
    counted: bool
    why: str
    number: int | None = None
    lasted: timedelta | None = None
    assumed: bool = False


@dataclass(frozen=True)
class Deadline:
    """The moment a limit runs out; provisional while it leans on a year whose holidays are not published."""

    at: datetime
    provisional: bool
    walk: tuple[Step, ...]


def due(
    start_at: datetime, limit: Limit, *, calendar: Calendar, pauses: Iterable[Pause] = (), extra: Span | None = None
) -> Deadline:
    """The moment a limit that began at `start_at` runs out.

    Working days end when the office closes, natural days at 23:59:59, hours to the moment.
    Day zero: under "next" counting begins on the following day; under "same" the day itself counts if it has not ended.
    Pauses: a day whose end falls into a pause is not counted; hours stand still exactly as long as the pause lasts.
    An extension goes on where the limit ended, and only then may the last natural day roll over.
    """
    walk = _Walk(calendar, tuple(pauses), at=utc(start_at))
    span, rest = _joined(limit.span, extra)
    walk.begin(span, starts=limit.starts)
    if rest is not None:
        walk.go_on(rest)
    if limit.rolls and (rest or span).unit == NATURAL_DAYS:
        walk.roll()
    return Deadline(walk.at, any(step.assumed for step in walk.steps), tuple(walk.steps))


def same_walk(start_at: datetime, limit: Limit, *, calendar: Calendar) -> datetime:
    """A moment of the same day from which the walk is the same, step by step: many that begin on a day share it."""
    today = day_of(start_at, zone=calendar.zone)
    midnight = _midnight(today, calendar.zone)
    if limit.starts == NEXT_DAY:
        return midnight
    if not limit.span.by_day:
        return utc(start_at)
    end = _end(calendar, today, unit=limit.span.unit)
    return midnight if start_at < end else end


def _joined(span: Span, extra: Span | None) -> tuple[Span, Span | None]:
    if extra is not None and extra.unit == span.unit:
        return Span(span.amount + extra.amount, span.unit), None
    return span, extra


@dataclass
class _Walk:
    """The walker: where it stands and the steps behind it."""

    calendar: Calendar
    pauses: Sequence[Pause]
    at: datetime
    steps: list[Step] = field(default_factory=list)

    def begin(self, span: Span, *, starts: str) -> None:
        today = self.day
        if starts == NEXT_DAY:
            self.steps.append(Step(today, False, BEGINNING))
            self.at = self.at if span.by_day else self.midnight(today + DAY)
            self.go_on(span)
        elif span.by_day and self.at < self.end(today, unit=span.unit):
            self.count_days(span, after_on=today - DAY)
        else:
            if span.by_day:
                self.steps.append(Step(today, False, CLOSED))
            self.go_on(span)

    def go_on(self, span: Span) -> None:
        if span.by_day:
            self.count_days(span, after_on=self.day)
        else:
            self.count_hours(span)

    def count_days(self, span: Span, *, after_on: date) -> None:
        day, number = after_on, 0
        while number < span.amount:
            day += DAY
            step = self.look_at(day, unit=span.unit, number=number + 1)
            number += step.counted
            self.steps.append(step)
        self.at = self.end(day, unit=span.unit)

    def count_hours(self, span: Span) -> None:
        day, left, from_at = self.day, timedelta(hours=span.amount), self.at
        while left:
            windows = [(max(opens, from_at), shuts) for opens, shuts in self.windows(day, unit=span.unit)]
            spent, self.at = _spend(left, self.without_pauses(windows), otherwise=self.at)
            left -= spent
            self.steps.append(self.hours_step(day, unit=span.unit, lasted=spent, windows=windows))
            day += DAY

    def roll(self) -> None:
        last = self.steps[-1]
        self.steps[-1] = replace(last, assumed=not self.calendar.is_published(last.on))
        day, counted = last.on, self.calendar.is_workday(last.on)
        while not counted:
            day += DAY
            step = self.look_at(day, unit=WORKING_DAYS, until=NATURAL_DAYS)
            counted = step.counted
            self.steps.append(replace(step, why=ROLLED) if counted else step)
        self.at = self.end(day, unit=NATURAL_DAYS)

    def look_at(self, day: date, *, unit: str, until: str = "", number: int | None = None) -> Step:
        """Whether a day of this unit counts, as the how-manieth; it ends as one of the unit `until` does."""
        why, assumed = NATURAL, False
        if unit == WORKING_DAYS:
            why, assumed = self.calendar.nature(day), not self.calendar.is_published(day)
            if why not in COUNTED:
                return Step(day, False, why, assumed=assumed)
        if self.pauses and self.is_paused(self.end(day, unit=until or unit)):
            return Step(day, False, PAUSED, assumed=assumed)
        return Step(day, True, why, number, assumed=assumed)

    def hours_step(self, day: date, *, unit: str, lasted: timedelta, windows: Sequence[Window]) -> Step:
        clock = unit == CLOCK_HOURS
        why = HOURS if clock else self.calendar.nature(day)
        if not lasted and (clock or self.calendar.is_workday(day)):
            why = PAUSED if any(opens < shuts for opens, shuts in windows) else CLOSED
        return Step(day, bool(lasted), why, lasted=lasted, assumed=not clock and not self.calendar.is_published(day))

    def windows(self, day: date, *, unit: str) -> Sequence[Window]:
        return [(self.midnight(day), self.midnight(day + DAY))] if unit == CLOCK_HOURS else self.calendar.windows(day)

    def without_pauses(self, windows: Sequence[Window]) -> Sequence[Window]:
        for pause in self.pauses:
            windows = [piece for window in windows for piece in _without(window, pause)]
        return windows

    def is_paused(self, at: datetime) -> bool:
        return any(pause.from_at <= at < pause.until_at for pause in self.pauses)

    def end(self, day: date, *, unit: str) -> datetime:
        return _end(self.calendar, day, unit=unit)

    def midnight(self, day: date) -> datetime:
        return moment(day, zone=self.calendar.zone)

    @property
    def day(self) -> date:
        return day_of(self.at, zone=self.calendar.zone)


@lru_cache(maxsize=1024)
def _midnight(day: date, zone: str) -> datetime:
    return moment(day, zone=zone)


def _end(calendar: Calendar, day: date, *, unit: str) -> datetime:
    """When a day that counts in this unit is over."""
    return calendar.closing(day) if unit == WORKING_DAYS else moment(day, clock=LAST_SECOND, zone=calendar.zone)


def _spend(left: timedelta, windows: Iterable[Window], *, otherwise: datetime) -> tuple[timedelta, datetime]:
    """How much of the hours the windows take, and the moment at which the last of them was used."""
    spent, at = timedelta(0), otherwise
    for opens, shuts in windows:
        lasted = max(min(left - spent, shuts - opens), timedelta(0))
        spent, at = spent + lasted, opens + lasted if lasted else at
    return spent, at


def _without(window: Window, pause: Pause) -> Sequence[Window]:
    opens, shuts = window
    pieces = [(opens, min(shuts, utc(pause.from_at))), (max(opens, utc(pause.until_at)), shuts)]
    return [(start, end) for start, end in pieces if start < end]
