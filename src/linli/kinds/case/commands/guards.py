"""Why a step is not lawful yet; every answer says what to do first."""

from linli.ground.text import msg
from linli.kinds.case import course
from linli.matters.command import Guard
from linli.matters.state import HOLDER, State

NEED_OFFICER = msg("Name the officer first.")
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
