"""The official calendar of 2023–2026 for tests, taken from an independent package and not from our own list."""

from datetime import date

import chinese_calendar
from chinese_calendar import constants

from linli.ground.workdays import Calendar

YEARS = range(2023, 2027)
HOLIDAYS = frozenset(day for day in constants.holidays if day.year in YEARS)
MAKEUPS = frozenset(day for day in constants.workdays if day.year in YEARS)
CALENDAR = Calendar(
    version="official", zone="Asia/Shanghai", holidays=HOLIDAYS, makeups=MAKEUPS, published=frozenset(YEARS)
)


def is_official_workday(day: date) -> bool:
    """What the package says; beyond its years only weekends are known."""
    return bool(chinese_calendar.is_workday(day)) if day.year in YEARS else day.isoweekday() <= 5
