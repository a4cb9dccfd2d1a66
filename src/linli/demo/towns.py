"""The streets, towns, communities and villages of the invented county."""

from collections.abc import Iterator
from functools import cache

from linli.demo.unitlist import UnitRow, county_book, county_row

FIRST_TOWN = 100
FIRST_VILLAGE = 200
COMMUNITIES_IN_A_TOWN = 2


@cache
def towns() -> tuple[UnitRow, ...]:
    """The four streets and eight towns, in order of code."""
    county = county_row()
    rows: list[UnitRow] = []
    for town in county_book()["towns"]:
        serial = 1 + sum(row.kind == town["kind"] for row in rows)
        serial += 0 if town["kind"] == "street" else FIRST_TOWN - 1
        code = f"{county_book()['prefix']}{serial:03d}000"
        rows.append(UnitRow(code, town["name"], town["name_en"], town["kind"], county.code))
    return tuple(rows)


@cache
def communities() -> tuple[UnitRow, ...]:
    """The 120 communities and villages; a street has communities only, a town two of them and villages."""
    pairs = zip(towns(), county_book()["towns"], strict=True)
    return tuple(row for town, book in pairs for row in _communities_of(town, names=book["communities"]))


def _communities_of(town: UnitRow, *, names: list[str]) -> Iterator[UnitRow]:
    for place, line in enumerate(names, start=1):
        name, name_en = line.split(" ")
        village = town.kind == "town" and place > COMMUNITIES_IN_A_TOWN
        serial = place - COMMUNITIES_IN_A_TOWN + FIRST_VILLAGE - 1 if village else place
        sort, sort_en = ("村", "Village") if village else ("社区", "Community")
        yield UnitRow(f"{town.code[:9]}{serial:03d}", name + sort, f"{name_en} {sort_en}", "community", town.code)
