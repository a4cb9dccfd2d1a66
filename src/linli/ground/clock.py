"""Moments and days: stored in UTC, read and shown in the zone of the centre."""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

ZONE_DEFAULT = "Asia/Shanghai"

_WRITTEN = "%04d-%02d-%02dT%02d:%02d:%02d.%06dZ"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?")


def parse_moment(text: str, *, zone: str = ZONE_DEFAULT) -> datetime:
    """Read a day or a moment as people type it; without an offset it is meant in the zone of the centre."""
    text = text.strip()
    refusal = (
        f"{text!r} is not a moment. Write 2026-09-24 or 2026-09-24T10:00, with an offset such as +08:00 if needed."
    )
    if not _MOMENT.fullmatch(text):
        raise ValueError(refusal)
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(refusal) from error


@lru_cache(maxsize=8192)
def utc_text(at: datetime) -> str:
    """The one way a moment is written where bytes matter: 2026-09-24T02:00:00.000000Z."""
    at = utc(at)
    return _WRITTEN % (at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond)


def can_be_meant(on: date) -> bool:
    """Whether a day is near enough to be counted with: years beyond these are slips of the pen."""
    return 1900 <= on.year < 2200


@lru_cache(maxsize=1024)
def day_of(at: datetime, *, zone: str = ZONE_DEFAULT) -> date:
    """The calendar day on which a moment falls, seen from the centre."""
    return local(at, zone=zone).date()


def local(at: datetime, *, zone: str = ZONE_DEFAULT) -> datetime:
    """The same moment on the wall clock of the centre."""
    return utc(at).astimezone(_zone(zone))


def moment(day: date, *, clock: time = time.min, zone: str = ZONE_DEFAULT) -> datetime:
    """The UTC moment at which the centre's wall clock shows this time on this day."""
    return datetime.combine(day, clock, _zone(zone)).astimezone(UTC)


def utc(at: datetime) -> datetime:
    """The same moment in UTC, in which moments may be added and subtracted; one without a zone is refused."""
    if at.tzinfo is UTC:
        return at
    if at.tzinfo is None:
        raise ValueError(f"The moment {at.isoformat()} says no time zone.")
    return at.astimezone(UTC)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
