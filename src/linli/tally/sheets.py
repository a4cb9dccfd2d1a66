"""The sheets summed up anew from the entries, and what differs between the two."""

from collections.abc import Iterator
from itertools import product

from django.db import transaction
from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from linli.tally.models import Entry, Sheet
from linli.tally.question import SHEET_LEVELS
from linli.tally.writing import FACETS, Line

Sums = tuple[int, int]


@transaction.atomic
def fill() -> int:
    """Drop the sheets and sum up all entries again. Returns how many numbers stand on them."""
    Sheet.objects.all().delete()
    rows = (Sheet(**line._asdict(), count=count, value=value) for line, (count, value) in summed())
    return len(Sheet.objects.bulk_create(rows, batch_size=500))


def differing() -> dict[Line, tuple[Sums | None, Sums | None]]:
    """Every number that is not what the entries make it: as it stands, and as it has to be."""
    fields = (*Line._fields, "count", "value")
    standing = {Line(*line): (count, value) for *line, count, value in Sheet.objects.values_list(*fields)}
    wanted = dict(summed())
    lines = {line for line in (*standing, *wanted) if standing.get(line) != wanted.get(line)}
    return {line: (standing.get(line), wanted.get(line)) for line in lines}


def summed() -> Iterator[tuple[Line, Sums]]:
    """Every number of every sheet, by one query for each unit level and facet."""
    for level, facet in product(range(1, SHEET_LEVELS + 1), FACETS):
        yield from _of(level, facet)


def _of(level: int, facet: str) -> Iterator[tuple[Line, Sums]]:
    """What lasts is on no sheet: it belongs to many months."""
    entries = Entry.objects.filter(until=None, **{f"unit_{level}__isnull": False}).order_by()
    path = (f"unit_{level}", f"unit_{max(level - 1, 1)}")
    grouped = entries.annotate(month=TruncMonth("on")).values_list(
        "month", *path, "measure", *([facet] if facet else [])
    )
    for month, unit, above, measure, *code, count, value in grouped.annotate(n=Count("pk"), v=Sum("value")):
        line = Line(month, unit, above if level > 1 else None, measure, facet, code[0] if facet else "")
        yield line, (count, value)
