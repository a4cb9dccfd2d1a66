"""Who works on the requests of one street or town: at its desk, and in the units that handle them."""

from dataclasses import dataclass
from functools import cache

from linli.demo.people import holding
from linli.demo.unitlist import UnitRow

CENTRE = "云棠县"


@dataclass(frozen=True)
class Office:
    """Usernames of the desk; a town has no leader of its own."""

    town: UnitRow
    clerk: str
    lead: str
    leader: str
    workers: tuple[str, ...]

    def workers_of(self, unit: str) -> tuple[str, ...]:
        """Who signs for that unit: its own handlers, else those of the street or town."""
        return holding("handler", unit=unit) or self.workers


@cache
def office_of(town: UnitRow) -> Office:
    return Office(
        town,
        clerk=holding("clerk", unit=town.name)[0],
        lead=holding("lead", unit=town.name)[0],
        leader=next(iter(holding("leader", unit=town.name)), ""),
        workers=holding("handler", unit=town.name) or holding("mediator", unit=town.name),
    )
