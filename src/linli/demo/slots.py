"""What fills the braces of every text about a dispute."""

import random
from datetime import date, timedelta

from linli.demo import names
from linli.demo.material import Party
from linli.demo.patterns import Story
from linli.demo.unitlist import UnitRow


def slots_of(
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
