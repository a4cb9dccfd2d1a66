"""The invented county: its units with division codes, and its grid cells with polygons."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linli.demo.geometry import partition

HERE = Path(__file__).resolve().parent
FIRST_TOWN = 100
FIRST_VILLAGE = 200
COMMUNITIES_IN_A_TOWN = 2


@dataclass(frozen=True)
class UnitRow:
    """One line of the unit list, as a centre would hand it in."""

    code: str
    name: str
    name_en: str
    kind: str
    parent_code: str


def units() -> list[UnitRow]:
    """Every unit, parents before children: county, towns, communities, grids, then departments and organisations."""
    return [_county(), *towns(), *communities(), *grids(), *departments(), *organisations()]


def cells() -> dict[str, Any]:
    """The grid as GeoJSON: one polygon each grid, without gaps or overlaps."""
    rows = {row.code: row for row in grids()}
    features = [_feature(rows[code], polygon=polygon) for code, polygon in _polygons().items()]
    return {"type": "FeatureCollection", "features": features}


@cache
def towns() -> tuple[UnitRow, ...]:
    """The four streets and eight towns, in order of code."""
    county = _county()
    rows: list[UnitRow] = []
    for town in _book()["towns"]:
        serial = 1 + sum(row.kind == town["kind"] for row in rows)
        serial += 0 if town["kind"] == "street" else FIRST_TOWN - 1
        code = f"{_book()['prefix']}{serial:03d}000"
        rows.append(UnitRow(code, town["name"], town["name_en"], town["kind"], county.code))
    return tuple(rows)


@cache
def communities() -> tuple[UnitRow, ...]:
    """The 120 communities and villages; a street has communities only, a town two of them and villages."""
    pairs = zip(towns(), _book()["towns"], strict=True)
    return tuple(row for town, book in pairs for row in _communities_of(town, names=book["communities"]))


@cache
def grids() -> tuple[UnitRow, ...]:
    """The 1,223 grids: the community's code and a serial of three digits."""
    return tuple(
        UnitRow(
            f"{parent.code}{serial:03d}",
            f"{parent.name}第{serial}网格",
            f"{parent.name_en} Grid {serial}",
            "grid",
            parent.code,
        )
        for parent, count in zip(communities(), _grid_counts(), strict=True)
        for serial in range(1, count + 1)
    )


@cache
def departments() -> tuple[UnitRow, ...]:
    """The county's departments."""
    return tuple(_attached("departments", kind="department", series="900"))


@cache
def organisations() -> tuple[UnitRow, ...]:
    """The county's social organisations and trade mediation committees."""
    return tuple(_attached("organisations", kind="organisation", series="800"))


def code_of(name: str) -> str:
    """The code of a unit above the grid, found by its name."""
    return _codes()[name]


@cache
def _codes() -> dict[str, str]:
    rows = [_county(), *towns(), *communities(), *departments(), *organisations()]
    return {row.name: row.code for row in rows}


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads((HERE / "county.toml").read_text(encoding="utf-8"))


def _county() -> UnitRow:
    book = _book()
    return UnitRow(f"{book['prefix']}000000", book["name"], book["name_en"], "county", "")


def _communities_of(town: UnitRow, *, names: list[str]) -> Iterator[UnitRow]:
    for place, line in enumerate(names, start=1):
        name, name_en = line.split(" ")
        village = town.kind == "town" and place > COMMUNITIES_IN_A_TOWN
        serial = place - COMMUNITIES_IN_A_TOWN + FIRST_VILLAGE - 1 if village else place
        sort, sort_en = ("村", "Village") if village else ("社区", "Community")
        yield UnitRow(f"{town.code[:9]}{serial:03d}", name + sort, f"{name_en} {sort_en}", "community", town.code)


def _attached(table: str, *, kind: str, series: str) -> Iterator[UnitRow]:
    book = _book()
    for serial, (name, name_en) in enumerate(book[table].items(), start=1):
        yield UnitRow(f"{book['prefix']}{series}{serial:03d}", name, name_en, kind, _county().code)


def _grid_counts() -> list[int]:
    weights = [_weight(place, name=row.name) for place, row in enumerate(communities())]
    share = _book()["grids"] / sum(weights)
    counts = [int(weight * share) for weight in weights]
    remainders = sorted(range(len(weights)), key=lambda place: counts[place] - weights[place] * share)
    for place in remainders[: _book()["grids"] - sum(counts)]:
        counts[place] += 1
    return counts


def _weight(place: int, *, name: str) -> int:
    return (12 if name.endswith("社区") else 9) + (place * 7) % 4


@cache
def _polygons() -> dict[str, list[list[list[float]]]]:
    seeds = {row.code: tuple(town["at"]) for row, town in zip(towns(), _book()["towns"], strict=True)}
    return partition(
        seeds,
        communities={row.code: row.parent_code for row in communities()},
        grids={row.code: row.parent_code for row in grids()},
    )


def _feature(row: UnitRow, *, polygon: list[list[list[float]]]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"code": row.code, "name": row.name, "name_en": row.name_en, "parent_code": row.parent_code},
        "geometry": {"type": "Polygon", "coordinates": polygon},
    }
