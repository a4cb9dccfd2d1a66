"""Writes entries anew where they changed, and carries the difference over to the sheets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection

from linli.tally.models import Entry, Sheet
from linli.tally.question import ON_SHEETS, SHEET_LEVELS
from linli.tally.telling import FIELDS, Row

FACETS = ("", *sorted(ON_SHEETS))
UPSERT = """
    INSERT INTO tally_sheet (month, unit, above, measure, facet, code, count, value)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (unit, facet, measure, month, code)
    DO UPDATE SET count = tally_sheet.count + excluded.count, value = tally_sheet.value + excluded.value
"""


class Line(NamedTuple):
    """Which number of a sheet."""

    month: date
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
    """Let the sheets take in entries that came, or went (fewer than none)."""
    counts, values = Counter[Line](), Counter[Line]()
    for change in changes:
        for row, count in change.items():
            entry = dict(zip(FIELDS, row, strict=True))
            for line in lines(entry):
                counts[line] += count
                values[line] += count * int(str(entry["value"]))
    moved = [(*line, count, values[line]) for line, count in counts.items() if count or values[line]]
    if moved:
        with connection.cursor() as cursor:
            cursor.executemany(UPSERT, moved)
        Sheet.objects.filter(count=0, month__in={row[0] for row in moved}).delete()


def lines(entry: Mapping[str, object]) -> Iterator[Line]:
    """The numbers of the sheets that an entry is part of; what lasts is in none, for it belongs to many months."""
    on = entry["on"]
    if entry["until"] is not None or not isinstance(on, date):
        return
    for level in range(1, SHEET_LEVELS + 1):
        unit, above = entry[f"unit_{level}"], entry[f"unit_{level - 1}"] if level > 1 else None
        for facet in FACETS if isinstance(unit, int) else ():
            code = str(entry[facet]) if facet else ""
            yield Line(on.replace(day=1), int(str(unit)), above, str(entry["measure"]), facet, code)  # type: ignore[arg-type]
