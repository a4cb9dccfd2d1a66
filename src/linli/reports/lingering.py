"""Places of matters: where many of a kind were opened, and where one came back soon after another was closed."""

from collections import Counter
from datetime import timedelta

from django.db import connection
from django.db.models import Count, QuerySet

from linli.place.models import Unit
from linli.reports.report import AGAIN
from linli.tally.behind import Behind, rows
from linli.tally.defined import indicator
from linli.tally.models import Entry
from linli.tally.periods import Period

Place = tuple[str, ...]
"""Cell and category."""
CAME_BACK = """
    WITH opened AS MATERIALIZED ({opened}), closed AS MATERIALIZED ({closed})
    SELECT opened.cell, opened.category, COUNT(DISTINCT opened.at)
    FROM opened JOIN closed ON closed.cell = opened.cell AND closed.category = opened.category
    WHERE closed.at <= opened.at AND closed.at >= {since} AND closed.matter_id <> opened.matter_id
    GROUP BY opened.cell, opened.category
"""
"""Of thousands of openings and closings only the places where they meet."""
SINCE = {
    "sqlite": "datetime(substr(opened.at, 1, 19), '-{days} days') || substr(opened.at, 20)",
    "postgresql": "opened.at - interval '1 day' * {days}",
}
"""SQLite keeps moments as text, in UTC, and reckons with whole seconds."""


def busy(kind: str, unit: Unit, period: Period, *, least: int) -> Counter[Place]:
    """The places where at least so many of the kind were opened in the period, with how many."""
    opened = _placed(Behind(_what(kind, "opened"), unit.pk, period.first, period.last))
    counted = opened.values("cell", "category").annotate(n=Count("*")).filter(n__gte=least)
    return Counter({(str(cell), category): n for cell, category, n in counted.values_list("cell", "category", "n")})


def came_back(kind: str, unit: Unit, period: Period) -> Counter[Place]:
    """The places where one was opened in the period within AGAIN days after another one of the kind was closed.

    With how often: of what was opened at one moment once.
    """
    opened = _placed(Behind(_what(kind, "opened"), unit.pk, period.first, period.last))
    closed = _placed(Behind(_what(kind, "closed"), unit.pk, period.first - timedelta(days=AGAIN), period.last))
    one, other = (
        found.values_list("cell", "category", "at", "matter_id").query.sql_with_params() for found in (opened, closed)
    )
    since = SINCE[connection.vendor].format(days=AGAIN)
    with connection.cursor() as cursor:
        cursor.execute(CAME_BACK.format(opened=one[0], closed=other[0], since=since), (*one[1], *other[1]))
        return Counter({(str(cell), category): count for cell, category, count in cursor.fetchall()})


def _placed(behind: Behind) -> QuerySet[Entry]:
    return rows(behind).order_by().exclude(cell=None)


def _what(kind: str, name: str) -> tuple[str, ...]:
    """A kind may tell several sorts of opening apart."""
    return indicator(f"{kind}.{name}").top
