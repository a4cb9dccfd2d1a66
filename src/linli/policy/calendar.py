"""The working calendar of the centre, read from the dated rows of holidays and published years."""

from datetime import time
from functools import lru_cache
from hashlib import sha256

from linli.ground.chain import canonical
from linli.ground.workdays import Calendar
from linli.policy.centre import the_centre
from linli.policy.models import CalendarYear, Holiday
from linli.policy.stamp import Stamp, stamp

Hours = tuple[tuple[time, time], ...]


def calendar() -> Calendar:
    """The calendar in force now; every process asks one small query whether it must read it again."""
    return calendar_under(stamp())


@lru_cache(maxsize=4)
def calendar_under(_stamp: Stamp) -> Calendar:
    centre = the_centre()
    days = list(Holiday.objects.order_by("on").values_list("on", "working"))
    published = CalendarYear.objects.exclude(published_on=None).values_list("year", flat=True)
    parts = {
        "zone": centre.zone,
        "hours": centre.office_hours,
        "days": [[on.isoformat(), working] for on, working in days],
        "published": sorted(published),
    }
    return Calendar(
        version=sha256(canonical(parts).encode()).hexdigest()[:12],
        zone=centre.zone,
        holidays=frozenset(on for on, working in days if not working),
        makeups=frozenset(on for on, working in days if working),
        published=frozenset(parts["published"]),
        hours=as_hours(centre.office_hours),
    )


def as_hours(rows: list[list[str]]) -> Hours:
    return tuple((time.fromisoformat(opens), time.fromisoformat(shuts)) for opens, shuts in rows)
