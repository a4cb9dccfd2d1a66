"""What comes back: a matter opened in the same cell and category soon after another one was closed there."""

from collections import defaultdict
from datetime import datetime, timedelta

from linli.place.models import Unit
from linli.reports.report import AGAIN
from linli.tally.behind import Behind, rows
from linli.tally.defined import indicator
from linli.tally.periods import Period

Place = tuple[str, ...]
"""Cell and category."""


def came_back(kind: str, unit: Unit, period: Period) -> set[Place]:
    """The places where one was opened in the period within AGAIN days after another one of the kind was closed."""
    within = timedelta(days=AGAIN)
    closed = defaultdict[Place, list[tuple[datetime, int]]](list)
    for place, at, matter in _told(Behind(_what(kind, "closed"), unit.pk, period.first - within, period.last)):
        closed[place].append((at, matter))
    return {
        place
        for place, at, matter in _told(Behind(_what(kind, "opened"), unit.pk, period.first, period.last))
        if any(other != matter and timedelta() <= at - ended <= within for ended, other in closed[place])
    }


def _what(kind: str, name: str) -> tuple[str, ...]:
    """A kind may tell several sorts of opening apart."""
    return indicator(f"{kind}.{name}").top


def _told(behind: Behind) -> list[tuple[Place, datetime, int]]:
    found = rows(behind).order_by().exclude(cell=None).values_list("cell", "category", "at", "matter")
    return [((str(cell), category), at, matter) for cell, category, at, matter in found]
