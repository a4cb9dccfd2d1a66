"""Why a step is not lawful yet; every answer says what to do first."""

from linli.ground.text import msg
from linli.kinds.request import course
from linli.matters.command import Guard
from linli.matters.state import DESK, UNIT, State

PARTS_OPEN = msg("A part of it is not answered yet. Answer its parts first; then the whole can be answered.")
NOT_A_QUESTION = msg("Only a question is answered at intake. Put right what it is first, or accept and dispatch it.")
DESIGNATED = msg("The desk designated this unit for good, so it may not be returned any more. Handle it and answer.")
RETURNED = msg("This unit asked once already to return it, and that was ruled on. Handle it and answer.")
AT_DESK = msg("It is at the desk itself. Dispatch it to another unit instead.")
NO_NUMBER = msg("No telephone number was left, so nobody can be contacted. Handle it and answer.")
CONTACT_KEPT = msg("It is confidential: only the desk knows who asked. Ask the desk to pass on your question.")
NO_LIMIT = msg("No limit of a reply runs, so there is nothing to extend.")
AWAITS_EXTENSION = msg("More time was asked for; the desk is to decide on that first.")
EXTENDED = msg("More time was given already, and it is given only once. Answer, or ask the desk to suspend it.")
NAMES_A_UNIT = msg(
    "It complains of a unit, or the resident is to stay unknown; a matter of another kind would not keep that. "
    "Go on with it here, or refer the resident to the way that the law gives."
)
NOT_ASKED = msg("Nobody asked for more time.")


def all_of(*guards: Guard) -> Guard:
    """The first objection of several."""
    return lambda state: next((objection for guard in guards if (objection := guard(state))), "")


def parts_answered(state: State) -> str:
    return PARTS_OPEN if course.open_parts(state) else ""


def is_question(state: State) -> str:
    return "" if state.data.get("sort") == "consult" else NOT_A_QUESTION


def open_to_others(state: State) -> str:
    """A matter of another kind knows neither what is kept from a unit nor whom it may not reach (Jinan, article 32)."""
    return NAMES_A_UNIT if state.data.get("confidential") or state.data.get("reported_unit") else ""


def returnable(state: State) -> str:
    """A unit may ask once to return it; after a designation nobody may."""
    if "designated" in state.flags:
        return DESIGNATED
    unit, desk = state.holder(UNIT), state.holder(DESK)
    if unit and desk and unit.unit == desk.unit:
        return AT_DESK
    returned = {row["unit"] for row in state.data.get("returns", ())}
    return RETURNED if unit and unit.unit in returned else ""


def contactable(state: State) -> str:
    if "confidential" in state.flags:
        return CONTACT_KEPT
    return "" if course.reachable(state) else NO_NUMBER


def extendable(state: State) -> str:
    if "reply" not in state.marks:
        return NO_LIMIT
    if course.was_extended(state):
        return EXTENDED
    return AWAITS_EXTENSION if course.awaits_extension(state) else ""


def asked(state: State) -> str:
    return "" if course.awaits_extension(state) else NOT_ASKED


def contacted(state: State) -> bool:
    """Whether nobody owes a first contact: after a new dispatch the next unit owes one of its own."""
    return state.data.get("contacted") is not None and "contact" not in state.marks


def no_return_asked(state: State) -> bool:
    return state.stage != "return_asked"


def no_question(state: State) -> bool:
    return state.data.get("sort") != "consult"
