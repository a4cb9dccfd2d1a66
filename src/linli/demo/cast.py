"""The cast of one invented dispute: who stands on which side, and who speaks for them."""

import random

from linli.demo import names
from linli.demo.material import Agent, Party
from linli.demo.patterns import Story
from linli.demo.unitlist import UnitRow

AGENTS = {"person": (("近亲属", "一般授权"), ("律师", "特别授权")), "organisation": (("单位员工", "特别授权"),)}
FAMILIES = {"NB", "HS", "FL", "EX"}  # a household may stand together; elsewhere one person a side


def parties_of(story: Story, *, community: UnitRow, town: UnitRow, chance: random.Random) -> tuple[Party, ...]:
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
