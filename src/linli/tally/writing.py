"""Writes entries anew where they changed, and carries the difference over to the sheets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from linli.tally.models import Entry
from linli.tally.question import FACETS_OF, is_daily
from linli.tally.telling import FIELDS, Row

UPSERT = """
    INSERT INTO tally_sheet ("on", unit, above, measure, facet, code, count, value)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (unit, facet, measure, "on", code)
    DO UPDATE SET count = tally_sheet.count + excluded.count, value = tally_sheet.value + excluded.value
"""


class Line(NamedTuple):
    """Which number of a sheet."""

    on: date
    unit: int
    above: int | None
    measure: str
    facet: str
    code: str


def write(told: Mapping[int, Sequence[Row]]) -> int:
    """Give these matters the entries told. Returns how many were taken away or added; the same again changes none."""
    before: dict[Row, list[int]] = {}
    for pk, *row in Entry.objects.filter(matter__in=told.keys()).order_by("pk").values_list("pk", *FIELDS):
        before.setdefault(tuple(row), []).append(pk)
    now = Counter(row for rows in told.values() for row in rows)
    gone = {row: pks[now[row] :] for row, pks in before.items() if len(pks) > now[row]}
    new = Counter({row: count - len(before.get(row, ())) for row, count in now.items()})
    added = list((+new).elements())
    Entry.objects.filter(pk__in=[pk for pks in gone.values() for pk in pks]).delete()
    Entry.objects.bulk_create([Entry(**dict(zip(FIELDS, row, strict=True))) for row in added], batch_size=200)
    carry(Counter({row: -len(pks) for row, pks in gone.items()}), Counter(added))
    return sum(map(len, gone.values())) + len(added)


def carry(*changes: Mapping[Row, int]) -> None:
    """Let the sheets take in entries that came, or went (fewer than none). A number that comes to nought stays."""
    counts, values = Counter[Line](), Counter[Line]()
    for change in changes:
        for row, count in change.items():
            entry: dict[str, Any] = dict(zip(FIELDS, row, strict=True))
            for line in lines(entry):
                counts[line] += count
                values[line] += count * entry["value"]
    moved = [(*line, count, values[line]) for line, count in counts.items() if count or values[line]]
    if moved:
        with connection.cursor() as cursor:
            cursor.executemany(UPSERT, moved)


def lines(entry: Mapping[str, Any]) -> Iterator[Line]:
    """The numbers of the sheets that an entry is part of; what lasts is in none, for it belongs to many months."""
    if entry["until"] is not None:
        return
    day, month = entry["on"], entry["on"].replace(day=1)
    for level, facets in FACETS_OF.items():
        unit, above = entry[f"unit_{level}"], entry[f"unit_{level - 1}"] if level > 1 else None
        for facet in facets if unit is not None else ():
            on = day if is_daily(level, facet) else month
            yield Line(on, unit, above, entry["measure"], facet, entry[facet] if facet else "")
