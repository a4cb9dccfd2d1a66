"""Who sees to an invented dispute, and a scene for it whose title is still free."""

import random
from functools import cache

from linli.demo.order import Order
from linli.demo.people import holding
from linli.demo.scene import Scene, stage
from linli.demo.telling.teller import Crew
from linli.demo.towns import communities
from linli.demo.unitlist import UnitRow

TRIES = 40
TITLE_AT_MOST = 30


@cache
def crew_of(town: str) -> Crew:
    """Who sees to the disputes of a street or town."""
    return Crew(
        holding("clerk", unit=town)[0],
        holding("mediator", unit=town),
        lead=holding("lead", unit=town)[0],
        leader=next(iter(holding("leader", unit=town)), ""),
    )


@cache
def _communities_of(town: UnitRow) -> tuple[UnitRow, ...]:
    return tuple(row for row in communities() if row.parent_code == town.code)


def scene_of(order: Order, *, taken: set[str], chance: random.Random) -> Scene:
    for _ in range(TRIES):
        community = chance.choice(_communities_of(order.town))
        scene = stage(community, town=order.town, opened_on=order.opened_on, fits=order.course.fits, chance=chance)
        if scene.title not in taken and len(scene.title) <= TITLE_AT_MOST:
            break
    taken.add(scene.title)
    return scene
