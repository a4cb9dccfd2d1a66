"""The days on which instalments fall due."""

from datetime import date, timedelta


def in_days(start: date, *, first: int, every: int, parts: int) -> list[date]:
    """Due days at even distances."""
    return [start + timedelta(days=first + every * part) for part in range(parts)]
