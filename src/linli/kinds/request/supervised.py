"""Reading how a unit was urged and supervised, and what it said."""

from typing import Any

from linli.matters.state import State

Row = dict[str, Any]

FLAGS = {"yellow": "supervised_yellow", "red": "supervised_red"}


def urges(state: State) -> list[Row]:
    found: list[Row] = state.data.get("urges") or []
    return found


def unexplained(state: State) -> list[Row]:
    """The urges to which the unit has said nothing yet."""
    return [row for row in urges(state) if not row["explained"]]


def level(state: State) -> str:
    """Of the notice that stands: yellow or red; empty when none does."""
    row: Row | None = state.data.get("supervision")
    return str(row["level"]) if row else ""
