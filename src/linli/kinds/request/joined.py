"""Reading what ties a request to others: those answered together with it, the one it goes with, and its parts."""

from typing import Any

from linli.kinds.request import course
from linli.matters.command import Beside
from linli.matters.state import State

MERGED, MERGED_INTO, PART, PART_OF = "merged", "merged_into", "part", "part_of"
"""The sorts of ties: with each request answered along, with the one it goes with, with each part, with the whole."""
MANY = 2
"""From so many further reporters on a matter counts as reported by many."""


def absorbed(state: State) -> list[str]:
    """The numbers of all requests that go with this one, answered along already or not."""
    return list(state.data.get("absorbed") or ())


def waiting(state: State) -> tuple[str, ...]:
    """Those of them that still wait for its reply."""
    done = state.data.get("answered_along") or ()
    return tuple(number for number in absorbed(state) if number not in done)


def merged_into(state: State) -> str:
    """The number of the request that it goes with now; empty when it goes by itself."""
    row: dict[str, Any] | None = state.data.get("merged")
    return str(row["number"]) if row else ""


def above(state: State) -> tuple[str, ...]:
    """The number of the request that it goes with now, where there is one."""
    return tuple(number for number in [merged_into(state)] if number)


def part_of(state: State) -> str:
    """The number of the whole; empty when it is no part."""
    return str(state.data.get("part_of") or "")


def parts(state: State) -> tuple[str, ...]:
    """The numbers of all its parts, answered already or not."""
    return tuple(row["number"] for row in state.data.get("parts") or ())


def others(state: State) -> tuple[str, ...]:
    """Every request that has to be told when this one ends without a reply."""
    whole = part_of(state)
    return (*above(state), *([whole] if whole else ()), *waiting(state), *course.open_parts(state))


def told_of_end(state: State, *, number: str) -> tuple[Beside, ...]:
    """What the others are told when this one ends without a reply: nobody waits for it, and nobody is lost with it.

    Those that went with it go by themselves again, its parts lapse, and what it belongs to no longer waits for it.
    """
    wholes = [whole for whole in [part_of(state)] if whole]
    verbs = (
        ("release", above(state)),
        ("part_dropped", wholes),
        ("go_alone", waiting(state)),
        ("lapse", course.open_parts(state)),
    )
    return tuple(Beside(other, verb, {"number": number}) for verb, others in verbs for other in others)


def count_reporters(state: State) -> None:
    """Reported by many, or no longer."""
    change = state.raise_flag if len(absorbed(state)) >= MANY else state.lift_flag
    change("many")


def voices(state: State) -> tuple[int, int]:
    """A part that the desk opened itself is nobody's telling; those who only joined in are no more than a number."""
    return int(not part_of(state)), int(state.data.get("joined_in") or 0)


def neighbourly(state: State) -> bool:
    """What everybody may be told of is told near by too, and nothing else, while it is open and stands for itself."""
    return course.may_be_public(state) and not (part_of(state) or merged_into(state) or state.closed_at)


def part_is_done(state: State, number: str) -> None:
    for row in state.data["parts"]:
        if row["number"] == number:
            row["answered"] = True
