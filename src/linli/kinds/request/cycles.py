"""Reading the replies of a request: the present one, who had a hand in it, and what was answered to it."""

from typing import Any

from linli.kinds.request import course
from linli.matters.state import State

Row = dict[str, Any]

DISPLEASED = frozenset({"dissatisfied", "very_dissatisfied"})


def awaits_answer(state: State) -> bool:
    """Whether there is a reply to which the resident has not said anything yet."""
    cycle = course.cycle(state)
    return cycle is not None and cycle["answer"] is None


def given_there(cycle: Row) -> bool:
    """Whether only a record from outside tells of this answer: nobody here gave it."""
    return cycle["by_user"] is None


def is_waived(state: State) -> bool:
    cycle = course.cycle(state)
    return bool(cycle and cycle["waived"])


def handlers(state: State) -> frozenset[int]:
    """Everybody who signed, made contact, told progress or replied in the present cycle."""
    return frozenset(state.data.get("handlers") or ())


def asks_for_redo(*, solved: str, satisfaction: str) -> bool:
    """Not solved, or displeased with how it was done: either is enough."""
    return solved == "no" or satisfaction in DISPLEASED


def keep_answer(state: State, answer: Row) -> None:
    """Write the answer to the present reply. Only a resident who is content settles what was open before."""
    cycle = course.cycle(state)
    assert cycle is not None
    cycle["answer"] = answer
    if not asks_for_redo(solved=answer["solved"], satisfaction=answer["satisfaction"]):
        state.lift_flag("unsolved")
        state.lift_flag("unconfirmed")
