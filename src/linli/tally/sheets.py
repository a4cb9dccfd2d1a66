"""The sheets summed up anew from the entries, and what differs between the two."""

from collections.abc import Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import BigIntegerField, CharField, Count, F, QuerySet, Sum, Value

from linli.tally.models import Entry, Sheet
from linli.tally.months import FirstOfMonth
from linli.tally.question import FACETS_OF, is_daily
from linli.tally.writing import Line

Sums = tuple[int, int]
PUT_IN = 'INSERT INTO tally_sheet ("on", unit, above, measure, facet, code, count, value) '


@transaction.atomic
def fill() -> int:
    """Drop the sheets and sum up all entries again. Returns how many numbers stand on them."""
    Sheet.objects.all().delete()
    with connection.cursor() as cursor:
        for rows in summed():
            sql, parameters = rows.query.sql_with_params()
            cursor.execute(PUT_IN + sql, parameters)
    return Sheet.objects.count()


def differing() -> dict[Line, tuple[Sums | None, Sums | None]]:
    """Every number that is not what the entries make it: as it stands, and as it has to be."""
    fields = (*Line._fields, "count", "value")
    there = Sheet.objects.exclude(count=0, value=0).values_list(*fields)
    standing = {Line(*line): (count, value) for *line, count, value in there}
    wanted = {Line(*line): (count, value) for rows in summed() for *line, count, value in rows}
    lines = {line for line in (*standing, *wanted) if standing.get(line) != wanted.get(line)}
    return {line: (standing.get(line), wanted.get(line)) for line in lines}


def summed() -> Iterator[QuerySet[Entry, Any]]:
    """Every number of every sheet, by one query for each unit level and facet."""
    for level, facets in FACETS_OF.items():
        for facet in facets:
            yield _of(level, facet)


def _of(level: int, facet: str) -> QuerySet[Entry, Any]:
    """What lasts is on no sheet: it belongs to many months."""
    entries = Entry.objects.filter(until=None, **{f"unit_{level}__isnull": False}).order_by()
    lines = entries.annotate(
        day=F("on") if is_daily(level, facet) else FirstOfMonth("on"),
        there=F(f"unit_{level}"),
        above=F(f"unit_{level - 1}") if level > 1 else Value(None, output_field=BigIntegerField()),
        facet=Value(facet, output_field=CharField()),
        code=F(facet) if facet else Value("", output_field=CharField()),
    ).values_list("day", "there", "above", "measure", "facet", "code")
    return lines.annotate(n=Count("pk"), v=Sum("value"))
