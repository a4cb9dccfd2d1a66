"""The cast and place of one invented dispute, drawn from a story."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from linli.demo import names
from linli.demo.county import UnitRow, grids
from linli.demo.material import Agent, Party
from linli.demo.phrases import Story, draw, stories

WEIGHTS = {
    "urban": {"NB": 29, "MF": 16, "DM": 9, "HS": 8, "CT": 7, "LB": 7, "PM": 11, "TR": 5}
    | {"CS": 4, "MD": 2, "EV": 2, "PO": 2, "OT": 2, "EX": 1},
    "rural": {"NB": 28, "MF": 18, "HS": 14, "DM": 8, "CT": 9, "FL": 8, "LB": 4, "TR": 5}
    | {"PO": 3, "EX": 3, "EV": 2, "CS": 1, "MD": 1, "OT": 3},
}
AGENTS = {"person": (("近亲属", "一般授权"), ("律师", "特别授权")), "organisation": (("单位员工", "特别授权"),)}

FAMILIES = {"NB", "HS", "FL", "EX"}  # a household may stand together; elsewhere one person a side

Fits = Callable[[Story], bool]


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
    story = _story(community, month=opened_on.month, fits=fits, chance=chance)
    parties = _parties(story, community=community, town=town, chance=chance)
    money = chance.randrange(story.pay[0], story.pay[1] + 1, 100) if story.pay else 0
    households = chance.randint(*story.households) if story.households else 2
    slots = _slots(story, parties=parties, community=community, town=town, opened_on=opened_on, chance=chance)
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


def _story(community: UnitRow, *, month: int, fits: Fits, chance: random.Random) -> Story:
    sort = "rural" if community.name.endswith("村") else "urban"
    fitting = [each for each in stories() if each.at in {"any", sort} and month in each.months and fits(each)]
    weights = {category: weight for category, weight in WEIGHTS[sort].items() if _any(fitting, category=category)}
    category = chance.choices(list(weights), weights=list(weights.values()))[0]
    return chance.choice([each for each in fitting if each.category == category])


def _any(fitting: list[Story], *, category: str) -> bool:
    return any(each.category == category for each in fitting)


def _parties(story: Story, *, community: UnitRow, town: UnitRow, chance: random.Random) -> tuple[Party, ...]:
    taken: set[str] = set()
    parties: list[Party] = []
    for side, sort in zip("ab", story.sides, strict=True):
        for _ in range(_size(sort, category=story.category, chance=chance)):
            name = _name(sort, taken=taken, community=community, town=town, chance=chance)
            taken |= {name, name[0], name[1:]}
            parties.append(_party(side, sort=sort, name=name, story=story, community=community, chance=chance))
    return tuple(parties)


def _size(sort: str, *, category: str, chance: random.Random) -> int:
    if sort == "persons":
        return chance.randint(2, 4)
    return 2 if sort == "person" and category in FAMILIES and chance.random() < 0.15 else 1


def _name(sort: str, *, taken: set[str], community: UnitRow, town: UnitRow, chance: random.Random) -> str:
    if sort in {"person", "persons"}:
        return names.person(chance, avoiding=taken)
    name = names.firm(chance, sort=sort, community=community.name, town=town.name)
    while name in taken:
        name = names.firm(chance, sort=sort, community=community.name, town=town.name)
    return name


def _party(side: str, *, sort: str, name: str, story: Story, community: UnitRow, chance: random.Random) -> Party:
    kind = "person" if sort in {"person", "persons"} else "organisation"
    likely = 0.5 if kind == "organisation" else 0.6 if story.agent and side == "a" else 0.04
    agent = _agent(kind, chance=chance) if chance.random() < likely else None
    where = names.address(chance, community=community.name) if kind == "person" else community.name
    return Party(side, kind, name, names.telephone(chance), where, agent)


def _agent(kind: str, *, chance: random.Random) -> Agent:
    relation, powers = chance.choice(AGENTS[kind])
    return Agent(names.person(chance, avoiding=set()), names.telephone(chance), relation, powers)


def _slots(
    story: Story,
    *,
    parties: tuple[Party, ...],
    community: UnitRow,
    town: UnitRow,
    opened_on: date,
    chance: random.Random,
) -> dict[str, str]:
    short = {side: next(names.short(each.name) for each in parties if each.side == side) for side in "ab"}
    payee = "a" if story.payer == "b" else "b"
    return {
        **short,
        "payer": short[story.payer],
        "payee": short[payee],
        "crux": story.crux,
        "purpose": story.purpose,
        "place": community.name,
        "town": town.name,
        "spot": _spot(community, chance=chance),
        "day": _day(opened_on - timedelta(days=chance.randint(1, 8))),
        "since": _since(opened_on - timedelta(days=chance.randint(20, 130)), today=opened_on),
    }


def _spot(community: UnitRow, *, chance: random.Random) -> str:
    if community.name.endswith("村"):
        return f"{community.name}{chance.randint(1, 9)}组"
    return f"{community.name}{chance.randint(1, 32)}{chance.choice(('号楼', '栋'))}"


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _since(day: date, *, today: date) -> str:
    third = "上旬" if day.day <= 10 else "中旬" if day.day <= 20 else "下旬"
    return f"{'去年' if day.year < today.year else ''}{day.month}月{third}"
