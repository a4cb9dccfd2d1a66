"""The departments, police stations and social organisations of the invented county."""

from collections.abc import Iterator
from functools import cache

from linli.demo.towns import towns
from linli.demo.unitlist import UnitRow, county_book, county_row

STATION = "901"


@cache
def departments() -> tuple[UnitRow, ...]:
    """The county's departments."""
    return tuple(_attached("departments", kind="department", series="900"))


@cache
def organisations() -> tuple[UnitRow, ...]:
    """The county's social organisations and trade mediation committees."""
    return tuple(_attached("organisations", kind="organisation", series="800"))


@cache
def stations() -> tuple[UnitRow, ...]:
    """The police station of each street, below the street: so the street sees what its station has in hand."""
    streets = [town for town in towns() if town.kind == "street"]
    return tuple(
        UnitRow(
            f"{street.code[:9]}{STATION}",
            f"{_short(street.name)}派出所",
            _in_english(street),
            "department",
            street.code,
        )
        for street in streets
    )


def _short(street: str) -> str:
    return street.removesuffix("街道")


def _in_english(street: UnitRow) -> str:
    return f"{street.name_en.removesuffix(' Street')} Police Station"


def _attached(table: str, *, kind: str, series: str) -> Iterator[UnitRow]:
    book = county_book()
    for serial, (name, name_en) in enumerate(book[table].items(), start=1):
        yield UnitRow(f"{book['prefix']}{series}{serial:03d}", name, name_en, kind, county_row().code)
