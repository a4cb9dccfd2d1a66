"""The invented texts: stories by category, and what is written at each step, with drawn alternatives."""

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CHOICE = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True)
class Story:
    """A pattern of disputes of one category; its texts hold [choices] and {slots}."""

    category: str
    title: str
    facts: str
    crux: str
    asks: str
    answers: str
    terms: tuple[str, ...]
    at: str
    sides: tuple[str, str]
    months: frozenset[int]
    households: tuple[int, int] | None
    pay: tuple[int, int] | None
    payer: str
    purpose: str
    agent: bool
    lead: str


@cache
def stories() -> tuple[Story, ...]:
    """Every pattern of every category."""
    files = sorted((HERE / "texts").glob("*.toml"))
    return tuple(_story(file.stem, row=row) for file in files for row in _read(file)["story"])


def draw(text: str, *, chance: random.Random) -> str:
    """The text with one of each [a|b|c] taken."""
    return CHOICE.sub(lambda found: chance.choice(found.group(1).split("|")), text)


def phrase(shelf: str, name: str, *, chance: random.Random, slots: Mapping[str, str]) -> str:
    """A drawn phrase of steps.toml with its slots filled."""
    found = _read(HERE / "steps.toml")[shelf][name]
    text = found if isinstance(found, str) else chance.choice(found)
    return draw(text, chance=chance).format_map(slots)


def has(shelf: str, name: str) -> bool:
    """Whether steps.toml has such a phrase."""
    return name in _read(HERE / "steps.toml")[shelf]


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _story(category: str, *, row: dict[str, Any]) -> Story:
    households, pay = row.get("households"), row.get("pay")
    first, second = row.get("sides", ["person", "person"])
    return Story(
        category=category,
        title=row["title"],
        facts=row["facts"],
        crux=row["crux"],
        asks=row["a"],
        answers=row["b"],
        terms=tuple(row["terms"]),
        at=row.get("at", "any"),
        sides=(first, second),
        months=frozenset(row.get("months", range(1, 13))),
        households=(households[0], households[1]) if households else None,
        pay=(pay[0], pay[1]) if pay else None,
        payer=row.get("payer", "b"),
        purpose=row.get("for", ""),
        agent=row.get("agent", False),
        lead=row.get("class", ""),
    )
