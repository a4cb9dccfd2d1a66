"""Reading the whistles of a request: one row for each department called, with its own clocks."""

from collections.abc import Iterable
from typing import Any

from linli.matters.state import State

Row = dict[str, Any]

SIGN, CONTACT, ARRIVE = "whistle_sign", "whistle_contact", "whistle_arrive"
STEPS = {SIGN: "signed", CONTACT: "contacted", ARRIVE: "arrived"}
"""The mark of each step, and where the row keeps the event that did it."""


def mark_of(sort: str, seq: int) -> str:
    """The mark of one department's step: it belongs to the event that called it."""
    return f"{sort}_{seq}"


def rows(state: State) -> list[Row]:
    found: list[Row] = state.data.get("whistles") or []
    return found


def row_of(state: State, seq: int) -> Row | None:
    return next((row for row in rows(state) if row["seq"] == seq), None)


def unrated(state: State) -> list[Row]:
    """The departments whose answer is not judged yet."""
    return [row for row in rows(state) if not row["rated"]]


def waiting_for(state: State, sort: str, *, units: Iterable[int]) -> list[Row]:
    """Where one of these units still owes that step."""
    among = set(units)
    return [row for row in unrated(state) if row["unit"] in among and not row[STEPS[sort]]]
