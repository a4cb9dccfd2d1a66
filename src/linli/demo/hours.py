"""Minutes of office hours and of evenings."""

import random
from datetime import UTC, date, datetime, time

from linli.demo.present import ZONE, Present

MORNING = (8 * 60 + 40, 11 * 60 + 30)
AFTERNOON = (14 * 60, 16 * 60 + 40)
OPENS = 8 * 60 + 35
TIME_TO_WRITE = 45
OUT_OF_HOURS = (18 * 60 + 20, 21 * 60 + 30)


def office_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute of the morning or the afternoon."""
    return _moment(day, span=chance.choice((MORNING, AFTERNOON)), chance=chance)


def newest_moment(present: Present, *, chance: random.Random) -> datetime:
    """A minute of this morning that is gone already, or of the afternoon before."""
    span = AFTERNOON
    if present.newest == present.today:
        span = OPENS, min(MORNING[1], present.minute - TIME_TO_WRITE)
    return _moment(present.newest, span=span, chance=chance)


def evening_moment(day: date, *, chance: random.Random) -> datetime:
    """A minute after office hours."""
    return _moment(day, span=OUT_OF_HOURS, chance=chance)


def _moment(day: date, *, span: tuple[int, int], chance: random.Random) -> datetime:
    minute = chance.randint(*span)
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZONE).astimezone(UTC)
