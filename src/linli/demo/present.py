"""The moment up to which the county is told, and which days are worked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
OPEN_FOR_A_WHILE = 9 * 60 + 30


def weekday(day: date) -> bool:
    """Monday to Friday; a loader that knows the holidays passes its own."""
    return day.weekday() < 5


@dataclass(frozen=True)
class Present:
    """The moment up to which the county is told, and which days are worked."""

    at: datetime
    is_workday: Callable[[date], bool]

    @property
    def today(self) -> date:
        return self.at.astimezone(ZONE).date()

    @property
    def midnight(self) -> datetime:
        """When today began."""
        return datetime.combine(self.today, time(), tzinfo=ZONE)

    @property
    def minute(self) -> int:
        """How many minutes of today are gone."""
        return (self.at - self.midnight) // timedelta(minutes=1)

    @property
    def newest(self) -> date:
        """Today once the office has been open for a while; before that the last working day."""
        return self.today if self.is_workday(self.today) and self.minute >= OPEN_FOR_A_WHILE else self.workdays(-1)

    def workdays(self, count: int) -> date:
        """The day so many working days ahead of today, or behind it."""
        day, step = self.today, timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day
