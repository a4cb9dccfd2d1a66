"""The invented county's staff: who holds which post, and the sign-ins that a visitor is shown."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from linli.demo.county import code_of

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class PostRow:
    """One person's one post."""

    username: str
    name: str
    unit_code: str
    unit: str
    role: str


@cache
def posts() -> tuple[PostRow, ...]:
    """All posts, eighty-one of them."""
    return tuple(row for table in ("posts", "stations", "more", "requests") for row in _rows(_book()[table]))


def offered() -> dict[str, str]:
    """The sign-ins that a visitor is shown, at least one for every role, and what each can try."""
    tried: dict[str, str] = _book()["signins"]
    return tried


@cache
def holding(role: str, *, unit: str) -> tuple[str, ...]:
    """The usernames that hold a role in the unit of that name."""
    return tuple(row.username for row in posts() if row.role == role and row.unit == unit)


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads((HERE / "people.toml").read_text(encoding="utf-8"))


def _rows(table: dict[str, list[str]]) -> Iterator[PostRow]:
    for unit, lines in table.items():
        for line in lines:
            username, name, role = line.split(" ")
            yield PostRow(username, name, code_of(unit), unit, role)
