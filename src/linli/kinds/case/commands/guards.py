"""Why a step is not lawful yet; every answer says what to do first."""

from linli.ground.text import msg
from linli.kinds.case import course
from linli.kinds.case.choices import ASSESSMENTS
from linli.matters.command import Guard
from linli.matters.state import HOLDER, UNIT, State

NEED_OFFICER = msg("Name the officer first.")
HAS_OFFICER = msg("An officer is named already; the head of the unit can name another one.")
AWAITS_EXTENSION = msg("More time was asked for; that is to be decided first.")
NOT_ASKED = msg("Nobody asked for more time.")
NO_LIMIT = msg("A criminal case has no such limit, so there is nothing to extend.")
EXTENDED = msg("More time was given already, and it can be given only once. Report the result.")
NO_SERIES = msg("It is in no series.")


def all_of(*guards: Guard) -> Guard:
    """The first objection of several."""
    return lambda state: next((objection for guard in guards if (objection := guard(state))), "")


def has_officer(state: State) -> str:
    return "" if state.holder(HOLDER) else NEED_OFFICER


def no_officer(state: State) -> str:
    return HAS_OFFICER if state.holder(HOLDER) else ""


def nothing_asked(state: State) -> str:
    return AWAITS_EXTENSION if course.awaits_extension(state) else ""


def asked(state: State) -> str:
    return "" if course.awaits_extension(state) else NOT_ASKED


def extendable(state: State) -> str:
    if "limit" not in state.marks:
        return NO_LIMIT
    return EXTENDED if course.was_extended(state) else nothing_asked(state)


def in_series(state: State) -> str:
    return "" if course.series_of(state) else NO_SERIES


def taken_on(state: State) -> bool:
    """Somebody answers for it in person."""
    return state.holder(HOLDER) is not None


def placed(state: State) -> bool:
    """It came to the unit that investigates: it was handed there, or an officer took it on where it was accepted."""
    return taken_on(state) or len([duty for duty in state.duties if duty.role == UNIT]) > 1


def assessed(state: State) -> bool:
    return any(flag in ASSESSMENTS for flag in state.flags)
