"""The independent answer: tick off days or ten-minute strides on the naive wall clock of the centre."""

from datetime import date, datetime, time, timedelta
from functools import cache

from linli.ground.span import Limit
from tests.ground.official import is_official_workday

STRIDE = timedelta(minutes=10)

Stretch = tuple[datetime, datetime]


@cache
def _works(day: date) -> bool:
    return is_official_workday(day)


def plodded(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    """The independent answer, on the naive wall clock of the centre: tick off days or ten-minute strides."""
    by_day = limit.span.unit in ("wd", "d")
    return _tick_days(start, limit=limit, pauses=pauses) if by_day else _tick_hours(start, limit=limit, pauses=pauses)


def _tick_days(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    natural = limit.span.unit == "d"
    ends = [_day_end(start.date() + timedelta(days=n), natural=natural) for n in range(700)]
    if limit.starts == "next" or start >= ends[0]:
        ends.pop(0)
    counted = [end for end in ends if (natural or _works(end.date())) and not stands(end, pauses)]
    last = counted[limit.span.amount - 1]
    if natural and limit.rolls and not _works(last.date()):
        last = next(end for end in ends if end > last and _works(end.date()) and not stands(end, pauses))
    return last


def _tick_hours(start: datetime, *, limit: Limit, pauses: list[Stretch]) -> datetime:
    now = start
    if limit.starts == "next":
        now = datetime.combine(start.date() + timedelta(days=1), time.min)
    left = timedelta(hours=limit.span.amount)
    while left > timedelta(0):
        open_now = limit.span.unit == "h" or (_works(now.date()) and (8, 30) <= (now.hour, now.minute) < (17, 30))
        left -= STRIDE if open_now and not stands(now, pauses) else timedelta(0)
        now += STRIDE
    return now


def _day_end(day: date, *, natural: bool) -> datetime:
    return datetime.combine(day, time(23, 59, 59) if natural else time(17, 30))


def stands(moment: datetime, pauses: list[Stretch]) -> bool:
    return any(begin <= moment < end for begin, end in pauses)
