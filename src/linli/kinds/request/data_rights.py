"""Reading what a resident asked of what is kept about them."""

from typing import Any

from linli.matters.marks import sort_of
from linli.matters.state import State

Row = dict[str, Any]

ANSWER = "data_answer"


def mark_of(seq: int) -> str:
    """The mark of what was asked as event `seq`: its own, so that several may be open."""
    return f"{ANSWER}_{seq}"


def end_marks(state: State) -> None:
    """Take away every moment that no longer matters once it is over; what was asked of data is still owed."""
    for name in list(state.marks):
        if sort_of(name) != ANSWER:
            state.lift_mark(name)


def unanswered(state: State) -> list[Row]:
    """What was asked and not yet answered."""
    return [row for row in state.data.get("data_asks") or [] if not row["answered"]]
