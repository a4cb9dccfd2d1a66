"""The departments and social organisations of the invented county."""

from collections.abc import Iterator
from functools import cache

from linli.demo.unitlist import UnitRow, county_book, county_row


@cache
def departments() -> tuple[UnitRow, ...]:
    """The county's departments."""
    return tuple(_attached("departments", kind="department", series="900"))


@cache
def organisations() -> tuple[UnitRow, ...]:
    """The county's social organisations and trade mediation committees."""
    return tuple(_attached("organisations", kind="organisation", series="800"))


def _attached(table: str, *, kind: str, series: str) -> Iterator[UnitRow]:
    book = county_book()
    for serial, (name, name_en) in enumerate(book[table].items(), start=1):
        yield UnitRow(f"{book['prefix']}{series}{serial:03d}", name, name_en, kind, county_row().code)
