"""Why a step is not lawful yet; every answer says what to do first."""

from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.command import Guard
from linli.matters.state import State

PARTS_OPEN = msg("A part of it is not answered yet. Answer its parts first; then the whole can be answered.")


def all_of(*guards: Guard) -> Guard:
    """The first objection of several."""
    return lambda state: next((objection for guard in guards if (objection := guard(state))), "")


def parts_answered(state: State) -> str:
    return PARTS_OPEN if course.open_parts(state) else ""
