"""The invented stories, by category."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from linli.demo.shelf import HERE, texts


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
    return tuple(_story(file.stem, row=row) for file in files for row in texts(file)["story"])


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
