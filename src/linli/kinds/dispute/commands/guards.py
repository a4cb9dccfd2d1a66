"""Why a step is not lawful yet; every answer says what to do first."""

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.command import Guard
from linli.matters.state import HOLDER, State

NEED_TWO_SIDES = msg("Add the other side first: a dispute has at least two sides.")
NEED_CHECK = msg("Make the danger check first.")
REFUSED = msg(
    "One side refuses mediation, so it may not go on. End it and tell the other lawful ways, "
    "or record that this side now agrees."
)
ASK_AGAIN = msg("A party joined after that side agreed to mediation: ask that side again first.")
NEED_CONSENT = msg("Ask every side for its consent first.")
NEED_MEDIATOR = msg("Name a mediator first.")
HAS_MEDIATOR = msg("A mediator is named already; change the mediators instead.")
NEED_AGREED_SESSION = msg("Hold a session first and record that the sides agreed; then write the agreement down.")
NEED_ANOTHER_SESSION = msg(
    "A party joined after the session in which the sides agreed: hold another session with that party first."
)
NEED_MEMBER = msg("No body has joined yet; call one into the mediation first.")
NEED_PARTY = msg("There is no party yet; add one first.")
APPLIED = msg("Judicial confirmation was applied for already; record the court's answer.")
NOT_APPLIED = msg("Apply for judicial confirmation first.")
NO_PAPERS_HERE = msg("There are no papers of a court to be returned.")
RETURN_PAPERS = msg("Return the papers to the court that gave the commission first, then close.")
STILL_DANGER = msg("Someone may still get hurt. Make a danger check in which every answer is no, then close.")
NEED_VISIT = msg("Make the follow-up visit first.")
NOT_PERFORMED = msg(
    "The last visit did not find everything performed. Record what was not performed, "
    "or visit again when it has been, then close."
)


def all_of(*guards: Guard) -> Guard:
    """The first objection of several."""
    return lambda state: next((objection for guard in guards if (objection := guard(state))), "")


def two_sides(state: State) -> str:
    return "" if len(course.sides(state)) > 1 else NEED_TWO_SIDES


def some_party(state: State) -> str:
    return "" if course.parties(state) else NEED_PARTY


def checked(state: State) -> str:
    return "" if state.data.get("checks") else NEED_CHECK


def nobody_refuses(state: State) -> str:
    return REFUSED if course.refusing(state) else ""


def willing(state: State) -> str:
    if objection := nobody_refuses(state):
        return objection
    if course.unasked(state):
        return ASK_AGAIN
    return "" if course.all_agree(state) else NEED_CONSENT


def mediated(state: State) -> str:
    return "" if state.holder(HOLDER) else NEED_MEDIATOR


def not_mediated(state: State) -> str:
    return HAS_MEDIATOR if state.holder(HOLDER) else ""


def joined(state: State) -> str:
    return "" if course.members(state) else NEED_MEMBER


def reached(state: State) -> str:
    last = course.last_session(state)
    if last is None or last["outcome"] != "agreed":
        return NEED_AGREED_SESSION
    return NEED_ANOTHER_SESSION if course.newcomers(state) else ""


def may_apply(state: State) -> str:
    return APPLIED if course.confirmation(state).get("state", "withdrawn") != "withdrawn" else ""


def applied(state: State) -> str:
    return "" if course.confirmation(state).get("state") == "applied" else NOT_APPLIED


def papers_here(state: State) -> str:
    return "" if course.papers_here(state) else NO_PAPERS_HERE


def closable(state: State) -> str:
    if "danger" in state.flags:
        return STILL_DANGER
    if state.stage == "terminated":
        return RETURN_PAPERS if course.papers_here(state) else ""
    visit = course.last_visit(state)
    if visit and visit["found"] != "yes":
        return NOT_PERFORMED
    return "" if "visited" in state.flags else NEED_VISIT


def everybody_answered(state: State) -> bool:
    """Every side said yes or no, and nobody joined it since."""
    return len(course.consents(state)) == len(course.sides(state)) and not course.unasked(state)


def calm(state: State) -> bool:
    """A danger check was made, and the last one found none."""
    return not checked(state) and "danger" not in state.flags


def followed_up(state: State) -> bool:
    """Visited once everything was performed, or once mediation had ended without."""
    if state.stage == "terminated":
        return course.last_visit(state) is not None
    return "visited" in state.flags
