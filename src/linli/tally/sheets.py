"""The sheets summed up anew from the entries, and what differs between the two."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import BigIntegerField, CharField, Count, F, QuerySet, Sum, Value

from linli.tally.models import Entry, Sheet
from linli.tally.months import FirstOfMonth
from linli.tally.question import FACETS_OF, is_daily
from linli.tally.telling import STILL
from linli.tally.writing import ADDED, PUT_IN, Line

Sums = tuple[int, int]


@transaction.atomic
def fill() -> int:
    """Drop the sheets and sum up all entries again. Returns how many numbers stand on them."""
    Sheet.objects.all().delete()
    with connection.cursor() as cursor:
        for rows in summed():
            sql, parameters = rows.query.sql_with_params()
            cursor.execute(PUT_IN + sql + ADDED, parameters)
    return Sheet.objects.count()


def differing() -> dict[Line, tuple[Sums | None, Sums | None]]:
    """Every number that is not what the entries make it: as it stands, and as it has to be."""
    fields = (*Line._fields, "count", "value")
    there = Sheet.objects.exclude(count=0, value=0).values_list(*fields)
    standing = {Line(*line): (count, value) for *line, count, value in there}
    wanted: dict[Line, Sums] = {}
    for *line, more, much in (line for rows in summed() for line in rows):
        count, value = wanted.get(Line(*line), (0, 0))
        wanted[Line(*line)] = (count + more, value + much)
    wanted = {line: told for line, told in wanted.items() if any(told)}
    lines = {line for line in (*standing, *wanted) if standing.get(line) != wanted.get(line)}
    return {line: (standing.get(line), wanted.get(line)) for line in lines}


def summed() -> Iterator[QuerySet[Entry, Any]]:
    """What every number of every sheet is the sum of: for each unit level and facet what began, and what ended."""
    for level, facets in FACETS_OF.items():
        entries = Entry.objects.filter(**{f"unit_{level}__isnull": False})
        ended = entries.exclude(until=None).exclude(until=STILL)
        for facet in facets:
            yield _lines(entries, "on", level, facet).annotate(n=Count("pk"), v=Sum("value"))
            yield _lines(ended, "until", level, facet).annotate(n=-Count("pk"), v=-Sum("value"))


def _lines(entries: QuerySet[Entry], day: str, level: int, facet: str) -> QuerySet[Entry, Any]:
    return (
        entries.order_by()
        .annotate(
            day=F(day) if is_daily(level, facet) else FirstOfMonth(day),
            there=F(f"unit_{level}"),
            above=F(f"unit_{level - 1}") if level > 1 else Value(None, output_field=BigIntegerField()),
            facet=Value(facet, output_field=CharField()),
            code=F(facet) if facet else Value("", output_field=CharField()),
        )
        .values_list("day", "there", "above", "measure", "facet", "code")
    )
