"""One line of the invented county's unit list, and the book the county is read from."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class UnitRow:
    """One line of the unit list, as a centre would hand it in."""

    code: str
    name: str
    name_en: str
    kind: str
    parent_code: str


@cache
def county_book() -> dict[str, Any]:
    return tomllib.loads((HERE / "county.toml").read_text(encoding="utf-8"))


def county_row() -> UnitRow:
    book = county_book()
    return UnitRow(f"{book['prefix']}000000", book["name"], book["name_en"], "county", "")
