"""Loading units from a table: every row is judged first, and all are saved or none."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.place.models import LEVELS, Unit, UnitKind
from linli.place.outcome import CHANGED, NEW, SAME, WRONG, Outcome, RowOutcome
from linli.place.tree import COLUMNS, graft, misplaced, set_path

COLUMN_NAMES = ("code", "name", "name_en", "kind", "parent_code")
MAY_BE_MISSING = frozenset({"name_en"})
NO_FILE = msg("The file {file} cannot be read: {why}.")
UNREADABLE = msg("The file is neither UTF-8 nor GB 18030 text.")
MISSING_COLUMNS = msg("These columns are missing: {columns}.")
NO_CODE = msg("The code is missing.")
NO_NAME = msg("The name is missing.")
TOO_LONG = msg("Code or name is too long.")
TWICE = msg("The code stands in row {line} already.")
NO_SUCH_KIND = msg("“{kind}” is no kind of unit. There are: {kinds}.")
NO_SUCH_PARENT = msg("There is no unit with the code “{code}”.")
KIND_CHANGED = msg("This unit is a {kind} already; a unit does not change its kind.")

Row = Mapping[str, str]


class Unreadable(ValueError):
    """The file as a whole cannot be understood; the message is the sentence to show."""


@dataclass
class Table:
    """The rows of one file beside the units already there."""

    rows: dict[str, Row]
    units: dict[str, Unit]

    def kind_of(self, code: str) -> str | None:
        if code in self.rows:
            return self.rows[code]["kind"]
        return self.units[code].kind if code in self.units else None

    def level_of(self, code: str) -> int:
        """Where the unit will stand; 99 when its parents run in a circle."""
        seen: list[str] = []
        while code in self.rows and code not in seen:
            seen.append(code)
            code = self.rows[code]["parent_code"]
        if code in seen:
            return 99
        return len(seen) + (self.units[code].level if code else 0)


def read_units(content: bytes) -> dict[int, Row]:
    """The rows of a CSV file in UTF-8 or GB 18030 with the columns code, name, name_en, kind, parent_code, each by the
    number that a spreadsheet shows beside it. Blank ones are passed over."""
    found = enumerate(csv.reader(io.StringIO(decoded(content), newline="")), start=1)
    (_line, heads), *below = [(line, cells) for line, cells in found if any(map(str.strip, cells))] or [(1, [])]
    missing = set(COLUMN_NAMES) - MAY_BE_MISSING - set(heads)
    if missing:
        raise Unreadable(_(MISSING_COLUMNS).format(columns=", ".join(sorted(missing))))
    told = [name for name in COLUMN_NAMES if name in heads]
    rows = ((line, dict(zip(heads, cells, strict=False))) for line, cells in below)
    return {line: {name: row.get(name, "").strip() for name in told} for line, row in rows}


def decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_(UNREADABLE))


@transaction.atomic
def load_units(told: Mapping[int, Row], *, dry_run: bool = False) -> Outcome:
    """Judge every row; when none is wrong and it is no dry run, save them all."""
    table = Table(rows={}, units={unit.code: unit for unit in Unit.objects.select_related("parent")})
    for row in told.values():
        if row["code"]:
            table.rows.setdefault(row["code"], row)
    judged = tuple(judge(row, line=line, told=told, table=table) for line, row in told.items())
    saved = not dry_run and not any(row.fate == WRONG for row in judged)
    if saved:
        save(judged, table=table)
    return Outcome(rows=judged, saved=saved)


def judge(row: Row, *, line: int, told: Mapping[int, Row], table: Table) -> RowOutcome:
    code = row["code"]
    sentence = defect(row, table=table)
    if not sentence and table.rows[code] is not row:
        sentence = _(TWICE).format(line=next(n for n, other in told.items() if other is table.rows[code]))
    if sentence:
        return RowOutcome(line, code, WRONG, sentence)
    if code not in table.units:
        return RowOutcome(line, code, NEW)
    return RowOutcome(line, code, CHANGED if differs(table.units[code], row) else SAME)


def defect(row: Row, *, table: Table) -> str:
    """What is wrong with the row, as a sentence; empty when nothing is."""
    code, parent = row["code"], row["parent_code"]
    if not code:
        return _(NO_CODE)
    if not row["name"]:
        return _(NO_NAME)
    if len(code) > 32 or len(row["name"]) > 100 or len(row.get("name_en", "")) > 150:
        return _(TOO_LONG)
    if row["kind"] not in UnitKind.values:
        return _(NO_SUCH_KIND).format(kind=row["kind"], kinds=", ".join(UnitKind.values))
    if code in table.units and table.units[code].kind != row["kind"]:
        return _(KIND_CHANGED).format(kind=UnitKind(table.units[code].kind).label)
    return defect_of_place(row, parent_kind=table.kind_of(parent) if parent else None, table=table)


def defect_of_place(row: Row, *, parent_kind: str | None, table: Table) -> str:
    if row["parent_code"] and parent_kind not in UnitKind.values:
        return _(NO_SUCH_PARENT).format(code=row["parent_code"])
    if sentence := misplaced(row["kind"], parent_kind):
        return sentence
    if table.level_of(row["code"]) > LEVELS:
        return _(NO_SUCH_PARENT).format(code=row["parent_code"])
    return ""


def differs(unit: Unit, row: Row) -> bool:
    parent_code = unit.parent.code if unit.parent else ""
    return (unit.name, unit.name_en, parent_code) != (row["name"], english(unit, row), row["parent_code"])


def save(judged: Iterable[RowOutcome], *, table: Table) -> None:
    """New units level by level in sets; changed ones one by one, because a move carries what lies below."""
    fates = {row.code: row.fate for row in judged}
    for level in range(1, LEVELS + 1):
        new = [code for code, fate in fates.items() if fate == NEW and table.level_of(code) == level]
        plant([table.rows[code] for code in new], level=level, units=table.units)
    for code, fate in fates.items():
        if fate == CHANGED:
            change(Unit.objects.get(code=code), row=table.rows[code])


def plant(rows: list[Row], *, level: int, units: dict[str, Unit]) -> None:
    fresh = [
        Unit(
            code=row["code"],
            name=row["name"],
            name_en=row.get("name_en", ""),
            kind=row["kind"],
            parent=units.get(row["parent_code"]),
            level=level,
        )
        for row in rows
    ]
    for unit in fresh:
        set_path(unit)
    for unit in Unit.objects.bulk_create(fresh):
        set_path(unit)
        units[unit.code] = unit
    Unit.objects.filter(pk__in=[unit.pk for unit in fresh]).update(**{COLUMNS[level - 1]: F("pk")})


def change(unit: Unit, *, row: Row) -> None:
    unit.name, unit.name_en = row["name"], english(unit, row)
    graft(unit, under=Unit.objects.get(code=row["parent_code"]) if row["parent_code"] else None)


def english(unit: Unit, row: Row) -> str:
    """A table without that column leaves the English name as it is."""
    return row.get("name_en", unit.name_en)
