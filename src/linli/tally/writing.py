"""Writes entries anew where they changed, and carries the difference over to the sheets."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from django.db import connection

from linli.tally.laid import Laid
from linli.tally.layout import FACETS_OF, code_of, facets_of, is_daily, sides
from linli.tally.models import Entry
from linli.tally.telling import FIELDS, STILL, Row

PUT_IN = 'INSERT INTO tally_sheet ("on", unit, above, measure, facet, code, other, count, value) '
ADDED = """
    ON CONFLICT (unit, facet, measure, "on", code, other)
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
    other: str


def write(told: Mapping[int, Sequence[Row]], *, laid: Laid) -> int:
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
    carry(Counter({row: -len(pks) for row, pks in gone.items()}), Counter(added), laid=laid)
    return sum(map(len, gone.values())) + len(added)


def carry(*changes: Mapping[Row, int], laid: Laid) -> None:
    """Let the sheets take in entries that came, or went (fewer than none). A number that comes to nought stays.

    What is not laid yet will be summed up along with all the rest.
    """
    counts, values = Counter[Line](), Counter[Line]()
    for change in changes:
        for row, count in change.items():
            entry: dict[str, Any] = dict(zip(FIELDS, row, strict=True))
            for line, sign in lines(entry, laid=laid):
                counts[line] += sign * count
                values[line] += sign * count * entry["value"]
    moved = [(*line, count, values[line]) for line, count in counts.items() if count or values[line]]
    if moved:
        with connection.cursor() as cursor:
            cursor.executemany(f"{PUT_IN} VALUES ({', '.join(['%s'] * 9)}) {ADDED}", moved)


def lines(entry: Mapping[str, Any], *, laid: Laid) -> Iterator[tuple[Line, int]]:
    """The numbers of the sheets that an entry is part of. What lasts is one more from its first day on, and one fewer
    from its last: all up to a day, summed, are what stands so on its evening.
    """
    days = [(day, sign) for day, sign in _days(entry) if laid.has(entry["measure"], day)]
    for level in FACETS_OF if days else ():
        unit, above = entry[f"unit_{level}"], entry[f"unit_{level - 1}"] if level > 1 else None
        for side, (day, sign) in product(sides(level, entry["measure"]), days) if unit is not None else ():
            on = day if is_daily(level, side) else day.replace(day=1)
            code, other, *_none = (*(code_of(entry, facet) for facet in facets_of(side)), "", "")
            yield Line(on, unit, above, entry["measure"], side, code, other), sign


def _days(entry: Mapping[str, Any]) -> list[tuple[date, int]]:
    ended = [] if entry["until"] in (None, STILL) else [(entry["until"], -1)]
    return [(entry["on"], 1), *ended]
