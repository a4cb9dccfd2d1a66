"""Reading a case's state: what is decided, what is awaited, and which series it belongs to."""

from collections.abc import Iterable
from typing import Any

from linli.ground.clock import parse_moment
from linli.kinds.case.choices.assessing import ASSESSMENTS
from linli.matters.state import State
from linli.matters.trace import Trace

Row = dict[str, Any]

SERIES = "series"
"""The sort of tie that all cases of a series share."""
URGENT = "urgent"
"""The flag of a case that was handed over because somebody may get hurt; it stands until the case is assessed."""

ASKED = ("awaiting", "decision")
"""The marks of what somebody else is to decide: since when it waits, and by when."""


def fresh() -> Row:
    """What a case knows when it is opened."""
    return {
        "from_number": "",
        "complainants": [],
        "filing": None,
        "assessments": [],
        "progress": [],
        "extension": None,
        "result": None,
        "earlier": [],
        "paused_at": None,
        "links": [],
        "ending": None,
    }


def awaits_extension(state: State) -> bool:
    asked = state.data.get("extension")
    return bool(asked and asked["state"] == "asked")


def was_extended(state: State) -> bool:
    asked = state.data.get("extension")
    return bool(asked and asked["state"] == "approved")


def set_limit_aside(state: State) -> None:
    """Keep what the limit is counted from, for the day it counts again; nobody decides any more on more time."""
    if limit := state.marks.get("limit"):
        state.data["limit_aside"] = dict(limit.basis)
        state.lift_mark("limit")
    if awaits_extension(state):
        state.data["extension"]["state"] = "lapsed"
        lift(state, ASKED)


def limit_aside(state: State) -> Row | None:
    """What the limit is counted from that a case had before it became criminal."""
    found: Row | None = state.data.get("limit_aside")
    return found


def series_of(state: State) -> str:
    """The number of its series; empty when it is in none."""
    return next(iter(state.tied(SERIES)), "")


def judge_as(state: State, assessment: str) -> None:
    """One assessment holds at a time, and the wait for the first one is over."""
    forget_assessment(state)
    state.raise_flag(assessment)
    state.lift_mark("assess")


def is_assessed(state: State) -> bool:
    return any(flag in state.flags for flag in ASSESSMENTS)


def forget_assessment(state: State) -> None:
    for flag in (*ASSESSMENTS, URGENT):
        state.lift_flag(flag)


def lift(state: State, marks: Iterable[str]) -> None:
    """Take away moments that no longer matter."""
    for mark in list(marks):
        state.lift_mark(mark)


def trace(state: State) -> Trace | None:
    """What of it may be laid beside other cases; None while nobody said when it happened."""
    data = state.data
    if not data.get("occurred_from"):
        return None
    return Trace(
        category=state.category,
        cell=state.cell,
        from_at=parse_moment(data["occurred_from"]),
        until_at=parse_moment(data["occurred_until"]),
        method_seq=data["method_seq"],
        series=series_of(state),
    )
