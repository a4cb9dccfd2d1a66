"""Loading the grid from GeoJSON: each feature is a grid unit with its outline; all are saved or none."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.place.load import Row, Unreadable, decoded, load_units
from linli.place.models import Cell, Datum, Unit, UnitKind
from linli.place.outcome import CHANGED, NEW, SAME, WRONG, Outcome, RowOutcome
from linli.place.outlines import BadOutline, outlines, shape_of

NOT_GEOJSON = msg("The file is not a GeoJSON collection of features.")
BAD_OUTLINE = msg("The outline cannot be used: {reason}.")
OVERLAPS = msg("The outline overlaps that of {other}.")
COLUMNS = ("polygon", "datum", "min_lon", "min_lat", "max_lon", "max_lat", "changed_at")

Feature = Mapping[str, Any]


def read_cells(content: bytes) -> list[Feature]:
    """The features of a GeoJSON file."""
    try:
        collection = json.loads(decoded(content))
        return [dict(feature) for feature in collection["features"]]
    except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise Unreadable(_(NOT_GEOJSON)) from error


def load_cells(features: Iterable[Feature], *, datum: str = Datum.WGS84, dry_run: bool = False) -> Outcome:
    """Judge every feature; when none is wrong and it is no dry run, save grid units and cells."""
    told = list(features)
    rows = [as_unit(feature) for feature in told]
    numbered = dict(enumerate(rows, start=1))
    polygons = {row["code"]: written(feature.get("geometry")) for row, feature in zip(rows, told, strict=True)}
    with transaction.atomic():
        units = load_units(numbered, dry_run=True)
        judged = judge(units.rows, polygons=polygons, datum=datum)
        saved = not dry_run and not any(row.fate == WRONG for row in judged)
        if saved:
            load_units(numbered)
            save(polygons, datum=datum)
    return Outcome(rows=judged, saved=saved)


def as_unit(feature: Feature) -> Row:
    told = feature.get("properties") or {}
    row = {name: str(told.get(name) or "").strip() for name in ("code", "name", "name_en", "parent_code")}
    return {**row, "kind": UnitKind.GRID.value}


def written(geometry: object) -> str:
    return json.dumps(geometry, separators=(",", ":"), ensure_ascii=False)


def judge(units: Iterable[RowOutcome], *, polygons: Mapping[str, str], datum: str) -> tuple[RowOutcome, ...]:
    there = {code: (polygon, kept) for code, polygon, kept in Cell.objects.values_list("code", "polygon", "datum")}
    wrong = defects({**{code: polygon for code, (polygon, _kept) in there.items()}, **polygons}, told=polygons)
    return tuple(
        fate_of(row, sentence=wrong.get(row.code, ""), new=(polygons[row.code], datum), old=there.get(row.code))
        for row in units
    )


def fate_of(row: RowOutcome, *, sentence: str, new: tuple[str, str], old: tuple[str, str] | None) -> RowOutcome:
    if row.fate == WRONG:
        return row
    if sentence:
        return RowOutcome(row.line, row.code, WRONG, sentence)
    if old is None:
        return RowOutcome(row.line, row.code, NEW)
    return RowOutcome(row.line, row.code, SAME if row.fate == SAME and new == old else CHANGED)


def defects(polygons: Mapping[str, str], *, told: Iterable[str]) -> dict[str, str]:
    """What is wrong with the outlines told, alone and beside each other."""
    wrong: dict[str, str] = {}
    for code in told:
        try:
            shape_of(polygons[code])
        except BadOutline as error:
            wrong[code] = _(BAD_OUTLINE).format(reason=_(str(error)))
    sound = {code: polygon for code, polygon in polygons.items() if code not in wrong}
    for one, other in outlines(sound).overlaps():
        wrong[other if other in set(told) else one] = _(OVERLAPS).format(other=one if other in set(told) else other)
    return wrong


def save(polygons: Mapping[str, str], *, datum: str) -> None:
    units = Unit.objects.in_bulk(list(polygons), field_name="code")
    there = Cell.objects.in_bulk(list(polygons), field_name="code")
    fresh = [Cell(code=code, unit=units[code]) for code in polygons if code not in there]
    for cell in (*there.values(), *fresh):
        draw(cell, polygon=polygons[cell.code], datum=datum)
    Cell.objects.bulk_create(fresh)
    Cell.objects.bulk_update(there.values(), COLUMNS, batch_size=100)


def draw(cell: Cell, *, polygon: str, datum: str) -> None:
    """Give a cell its outline and what follows from it."""
    cell.polygon, cell.datum, cell.changed_at = polygon, datum, timezone.now()
    cell.min_lon, cell.min_lat, cell.max_lon, cell.max_lat = shape_of(polygon).bounds
