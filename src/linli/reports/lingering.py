"""Places of matters: where many of a kind were opened, and where one came back soon after another was closed."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, QuerySet
from django.utils.dateparse import parse_datetime

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
    SELECT opened.cell, opened.category, opened.at, MAX(closed.at)
    FROM opened JOIN closed ON closed.cell = opened.cell AND closed.category = opened.category
    WHERE closed.at <= opened.at AND closed.matter_id <> opened.matter_id
    GROUP BY opened.cell, opened.category, opened.at
"""
"""Each opening with the last closing before it at the same place: of thousands of both only the few that meet."""


def busy(kind: str, unit: Unit, period: Period, *, least: int) -> Counter[Place]:
    """The places where at least so many of the kind were opened in the period, with how many."""
    opened = _placed(Behind(_what(kind, "opened"), unit.pk, period.first, period.last))
    counted = opened.values("cell", "category").annotate(n=Count("pk")).filter(n__gte=least)
    return Counter({(str(cell), category): n for cell, category, n in counted.values_list("cell", "category", "n")})


def came_back(kind: str, unit: Unit, period: Period) -> Counter[Place]:
    """The places where one was opened in the period within AGAIN days after another one of the kind was closed.

    With how often: of what was opened at one moment once.
    """
    within = timedelta(days=AGAIN)
    opened = _placed(Behind(_what(kind, "opened"), unit.pk, period.first, period.last))
    closed = _placed(Behind(_what(kind, "closed"), unit.pk, period.first - within, period.last))
    met = _met(opened, closed)
    return Counter((str(cell), category) for cell, category, at, ended in met if at - ended <= within)


def _met(opened: QuerySet[Entry], closed: QuerySet[Entry]) -> Iterator[tuple[int, str, datetime, datetime]]:
    columns = ("cell", "category", "at", "matter_id")
    one, other = (found.values_list(*columns).query.sql_with_params() for found in (opened, closed))
    with connection.cursor() as cursor:
        cursor.execute(CAME_BACK.format(opened=one[0], closed=other[0]), (*one[1], *other[1]))
        for cell, category, at, ended in cursor.fetchall():
            yield cell, category, _moment(at), _moment(ended)


def _moment(told: Any) -> datetime:
    """SQLite keeps moments as text, in UTC."""
    found = parse_datetime(told) if isinstance(told, str) else told
    assert isinstance(found, datetime)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _placed(behind: Behind) -> QuerySet[Entry]:
    return rows(behind).order_by().exclude(cell=None)


def _what(kind: str, name: str) -> tuple[str, ...]:
    """A kind may tell several sorts of opening apart."""
    return indicator(f"{kind}.{name}").top
