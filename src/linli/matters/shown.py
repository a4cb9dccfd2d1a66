"""Moments, days and amounts as people read them, whatever door they come in by."""

from datetime import date, datetime

from django.utils.timezone import get_default_timezone
from django.utils.translation import pgettext


def when(at: datetime | str | None) -> str:
    """A moment on the centre's clock: 2026-11-23 14:05."""
    if not at:
        return "—"
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return moment.astimezone(get_default_timezone()).isoformat(" ", "minutes")[:16]


def clock(at: datetime) -> str:
    """The time of day: 14:05."""
    return at.astimezone(get_default_timezone()).strftime("%H:%M")


def day(on: date | datetime | str | None) -> str:
    """A day with its weekday: 2026-11-23 (周一)."""
    if not on:
        return "—"
    if isinstance(on, str):
        on = datetime.fromisoformat(on)
        on = on if on.tzinfo else on.date()
    if isinstance(on, datetime):
        on = on.astimezone(get_default_timezone()).date()
    return f"{on.isoformat()} ({weekday(on)})"


def weekday(on: date) -> str:
    """The short name of the day; weeks begin on Monday."""
    names = (
        pgettext("weekday", "Mon"),
        pgettext("weekday", "Tue"),
        pgettext("weekday", "Wed"),
        pgettext("weekday", "Thu"),
        pgettext("weekday", "Fri"),
        pgettext("weekday", "Sat"),
        pgettext("weekday", "Sun"),
    )
    return names[on.weekday()]


def money(fen: int | None) -> str:
    """An amount in yuan: ¥12,000.00."""
    return "—" if fen is None else f"¥{fen // 100:,}.{fen % 100:02d}"
