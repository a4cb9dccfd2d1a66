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
    title: str


@dataclass(frozen=True)
class SignInRow:
    """A sign-in to print: who it is and what to try with it."""

    username: str
    name: str
    unit: str
    role: str
    title: str
    trial: str


@cache
def posts() -> tuple[PostRow, ...]:
    """All posts, eighty-one of them."""
    return tuple(row for table in ("posts", "stations", "more", "requests") for row in _rows(_book()[table]))


def signins() -> list[SignInRow]:
    """The sign-ins to print, at least one for every role."""
    by_username = {row.username: row for row in posts()}
    return [_signin(by_username[username], trial=trial) for username, trial in _book()["signins"].items()]


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
            username, name, role, title = line.split(" ")
            yield PostRow(username, name, code_of(unit), unit, role, title)


def _signin(row: PostRow, *, trial: str) -> SignInRow:
    return SignInRow(row.username, row.name, row.unit, row.role, row.title, trial)
