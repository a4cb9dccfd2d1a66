"""The police station of a street: who leads it and who works there."""

from dataclasses import dataclass
from functools import cache

from linli.demo.bodies import stations
from linli.demo.people import holding
from linli.demo.towns import towns
from linli.demo.unitlist import UnitRow


@dataclass(frozen=True)
class Station:
    """Usernames of the station of one street; a small one has no team lead."""

    unit: UnitRow
    town: UnitRow
    leader: str
    team_lead: str
    officers: tuple[str, ...]


@cache
def station_of(town: str) -> Station:
    street = next(row for row in towns() if row.name == town)
    unit = next(row for row in stations() if row.parent_code == street.code)
    return Station(
        unit,
        street,
        leader=holding("leader", unit=unit.name)[0],
        team_lead=next(iter(holding("lead", unit=unit.name)), ""),
        officers=holding("handler", unit=unit.name),
    )


def policed() -> tuple[UnitRow, ...]:
    """The streets that have a station."""
    codes = {row.parent_code for row in stations()}
    return tuple(row for row in towns() if row.code in codes)
