"""The place and matter of one invented dispute, drawn from a story."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from linli.demo.cast import parties_of
from linli.demo.drawing import Fits, story_for
from linli.demo.grids import grids
from linli.demo.material import Party
from linli.demo.patterns import Story
from linli.demo.phrases import draw
from linli.demo.slots import slots_of
from linli.demo.unitlist import UnitRow


@dataclass(frozen=True)
class Scene:
    """Who, where and about what; slots fill the braces of every later text."""

    story: Story
    title: str
    facts: str
    town: UnitRow
    community: UnitRow
    grid_code: str
    parties: tuple[Party, ...]
    households: int
    money: int
    slots: Mapping[str, str]


def stage(community: UnitRow, *, town: UnitRow, opened_on: date, fits: Fits, chance: random.Random) -> Scene:
    """Draw a story that fits the place, the season and the course, and cast it."""
    story = story_for(community, month=opened_on.month, fits=fits, chance=chance)
    parties = parties_of(story, community=community, town=town, chance=chance)
    money = chance.randrange(story.pay[0], story.pay[1] + 1, 100) if story.pay else 0
    households = chance.randint(*story.households) if story.households else 2
    slots = slots_of(story, parties=parties, community=community, town=town, opened_on=opened_on, chance=chance)
    slots |= {"households": str(households), "money": str(money)}
    slots |= {"a_says": story.asks.format_map(slots), "b_says": story.answers.format_map(slots)}
    return Scene(
        story=story,
        title=draw(story.title, chance=chance).format_map(slots),
        facts=draw(story.facts, chance=chance).format_map(slots),
        town=town,
        community=community,
        grid_code=chance.choice([row.code for row in grids() if row.parent_code == community.code]),
        parties=parties,
        households=households,
        money=money,
        slots=slots,
    )
