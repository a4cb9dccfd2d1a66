"""The calendar as it ships, read from the profile's files: for a machine whose database does not exist yet."""

from datetime import date
from pathlib import Path

from linli.ground.workdays import Calendar
from linli.policy.load import PROFILES, rows_of


def published_calendar(folder: Path = PROFILES, *, zone: str) -> Calendar:
    """Holidays and make-up days of the published years, with the usual office hours."""
    days = [(date.fromisoformat(row["on"]), row["working"] == "1") for row in rows_of(folder / "holidays.csv")]
    return Calendar(
        version="profile",
        zone=zone,
        holidays=frozenset(on for on, working in days if not working),
        makeups=frozenset(on for on, working in days if working),
        published=frozenset(int(row["year"]) for row in rows_of(folder / "years.csv") if row["published_on"]),
    )
