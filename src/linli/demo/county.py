"""The invented county: all its units with division codes."""

from functools import cache

from linli.demo.bodies import departments, organisations, stations
from linli.demo.grids import grids
from linli.demo.towns import communities, towns
from linli.demo.unitlist import UnitRow, county_row


def units() -> list[UnitRow]:
    """Every unit, parents before children: county, towns, communities, grids, then departments, stations, others."""
    return [county_row(), *towns(), *communities(), *grids(), *departments(), *stations(), *organisations()]


def code_of(name: str) -> str:
    """The code of a unit above the grid, found by its name."""
    return _codes()[name]


@cache
def _codes() -> dict[str, str]:
    rows = [county_row(), *towns(), *communities(), *departments(), *stations(), *organisations()]
    return {row.name: row.code for row in rows}
