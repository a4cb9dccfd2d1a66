"""Invented parties: names, firms, telephone numbers in a series given to nobody, addresses."""

import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def person(chance: random.Random, *, avoiding: set[str]) -> str:
    """A full name whose surname and given name are not yet taken in this dispute."""
    surname: str = chance.choice([each for each in _book()["surnames"] if each not in avoiding])
    given: str = chance.choice([each for each in _book()["given"] if each not in avoiding])
    return surname + given


def firm(chance: random.Random, *, sort: str, community: str, town: str) -> str:
    """The name of a firm, shop, committee or office of the sort."""
    pattern: str = _book()["firms"][sort]
    name = pattern.format(
        mark=chance.choice(_book()["marks"]),
        community=community,
        town=town,
        people="村" if community.endswith("村") else "居",
        number=chance.randint(1, 9),
    )
    return name if "{mark}" not in pattern else f"云棠县{name}"


def telephone(chance: random.Random) -> str:
    """A number of the form 1380000xxxx, kept for demonstrations."""
    return f"1380000{chance.randint(0, 9999):04d}"


def address(chance: random.Random, *, community: str) -> str:
    """A home in a community (building, flat) or a village (group, house)."""
    if community.endswith("村"):
        return f"{community}第{chance.randint(1, 9)}村民小组{chance.randint(1, 60)}号"
    flat = chance.randint(1, 18) * 100 + chance.randint(1, 4)
    return f"{community}{chance.randint(1, 32)}号楼{chance.randint(1, 4)}单元{flat}室"


def short(name: str) -> str:
    """How a text speaks of a person: the surname and 某; a firm without its county."""
    return name.removeprefix("云棠县") if len(name) > 3 else f"{name[0]}某"


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
