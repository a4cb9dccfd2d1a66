"""What every number on the sheets is the sum of, and where the two differ."""

from collections.abc import Iterator
from typing import Any

from django.db.models import BigIntegerField, CharField, Count, F, QuerySet, Sum, Value
from django.db.models.functions import Cast, Coalesce

from linli.tally.layout import CELL, HOUR, TIMES, facets_of, is_daily, layout
from linli.tally.models import Entry, Sheet
from linli.tally.months import FirstOfMonth
from linli.tally.telling import STILL
from linli.tally.writing import Line

Sums = tuple[int, int]


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
    """What every number of every sheet is the sum of: for each unit level and side what began, and what ended."""
    for (level, side), measures in layout().items():
        entries = Entry.objects.filter(**{f"unit_{level}__isnull": False}, measure__in=measures)
        ended = entries.exclude(until=None).exclude(until=STILL)
        yield _lines(entries, "on", level, side).annotate(n=Count("pk"), v=Sum("value"))
        yield _lines(ended, "until", level, side).annotate(n=-Count("pk"), v=-Sum("value"))


def _lines(entries: QuerySet[Entry], day: str, level: int, side: str) -> QuerySet[Entry, Any]:
    codes = [_code(facet) for facet in facets_of(side)]
    code, other = [*codes, *[Value("", output_field=CharField())] * 2][:2]
    return (
        entries.order_by()
        .annotate(
            day=F(day) if is_daily(level, side) else FirstOfMonth(day),
            there=F(f"unit_{level}"),
            above=F(f"unit_{level - 1}") if level > 1 else Value(None, output_field=BigIntegerField()),
            facet=Value(side, output_field=CharField()),
            code=code,
            other=other,
        )
        .values_list("day", "there", "above", "measure", "facet", "code", "other")
    )


def _code(facet: str) -> Any:
    """What an entry is called there, told in another way than that by which sheets are laid."""
    told = {TIMES: Cast(F(TIMES) / HOUR, CharField()), CELL: Coalesce(Cast(CELL, CharField()), Value(""))}
    return told.get(facet, F(facet))
