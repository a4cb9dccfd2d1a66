"""When a notice is tried again, and when it is given up: pure, and the same for the same notice."""

import hashlib
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

FIRST, LONGEST = timedelta(seconds=30), timedelta(hours=1)
PATIENCE = timedelta(days=3)
"""For a receiver that is down: longer than a weekend."""
REFUSALS = 6
"""For a receiver that says no: the setting is wrong, and time will not mend it."""
A_DAY = 86_400
ASKED_AT_MOST = timedelta(seconds=A_DAY)


def pause(key: str, *, tries: int) -> timedelta:
    """Twice as long each time up to an hour, shortened by up to half: not all of them come back at once."""
    longest = min(LONGEST, FIRST * 2 ** min(tries - 1, 16))
    drawn = int.from_bytes(hashlib.sha256(f"{key} {tries}".encode()).digest()[:4], "big") / 2**32
    shortened: timedelta = longest * (0.5 + drawn / 2)
    return shortened


def asked_pause(header: str, *, at: datetime) -> timedelta:
    """What a Retry-After asks for, in seconds or as a date; nothing where it cannot be read."""
    text = header.strip()
    try:
        wanted = timedelta(seconds=min(int(text), A_DAY)) if text.isascii() and text.isdigit() else _until(text) - at
    except (ValueError, TypeError, OverflowError):
        return timedelta()
    return min(max(wanted, timedelta()), ASKED_AT_MOST)


def is_over(*, tries: int, refused: bool, made_at: datetime, at: datetime) -> bool:
    """Whether to give it up after this many tries."""
    return at - made_at > PATIENCE or (refused and tries >= REFUSALS)


def _until(text: str) -> datetime:
    moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
