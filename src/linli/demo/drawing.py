"""Drawing a story that fits the place, the season and the course."""

import random
from collections.abc import Callable

from linli.demo.patterns import Story, stories
from linli.demo.unitlist import UnitRow

WEIGHTS = {
    "urban": {"NB": 29, "MF": 16, "DM": 9, "HS": 8, "CT": 7, "LB": 7, "PM": 11, "TR": 5}
    | {"CS": 4, "MD": 2, "EV": 2, "PO": 2, "OT": 2, "EX": 1},
    "rural": {"NB": 28, "MF": 18, "HS": 14, "DM": 8, "CT": 9, "FL": 8, "LB": 4, "TR": 5}
    | {"PO": 3, "EX": 3, "EV": 2, "CS": 1, "MD": 1, "OT": 3},
}
Fits = Callable[[Story], bool]


def story_for(community: UnitRow, *, month: int, fits: Fits, chance: random.Random) -> Story:
    sort = "rural" if community.name.endswith("村") else "urban"
    fitting = [each for each in stories() if each.at in {"any", sort} and month in each.months and fits(each)]
    weights = {category: weight for category, weight in WEIGHTS[sort].items() if _any(fitting, category=category)}
    category = chance.choices(list(weights), weights=list(weights.values()))[0]
    return chance.choice([each for each in fitting if each.category == category])


def _any(fitting: list[Story], *, category: str) -> bool:
    return any(each.category == category for each in fitting)
