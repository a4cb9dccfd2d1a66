"""What may be done, as words, and which roles may do it: one table, reviewed as a whole."""

from collections.abc import Mapping

from linli.staff.models import Role

CLERK, HANDLER, MEDIATOR = Role.CLERK.value, Role.HANDLER.value, Role.MEDIATOR.value
LEAD, LEADER = Role.LEAD.value, Role.LEADER.value
STATISTICIAN, AUDITOR, ADMINISTRATOR = Role.STATISTICIAN.value, Role.AUDITOR.value, Role.ADMINISTRATOR.value
COUNTER = Role.COUNTER.value

DESK = frozenset({CLERK, HANDLER, MEDIATOR, LEAD})
HEADS = frozenset({LEAD, LEADER})

RIGHTS: Mapping[str, frozenset[str]] = {
    "record": DESK,
    "import": frozenset({CLERK, LEAD}),
    "handle": frozenset({HANDLER, MEDIATOR, LEAD}),
    "mediate": frozenset({MEDIATOR, LEAD}),
    "investigate": frozenset({HANDLER, LEAD}),
    "assess": DESK,
    "assign": HEADS | {CLERK},
    "approve": HEADS,
    "close": HEADS | {HANDLER, MEDIATOR},
    "reopen": HEADS,
    "note": DESK | HEADS,
    "attach": DESK,
    "reveal": DESK | HEADS,
    "see": DESK | HEADS | {STATISTICIAN, AUDITOR},
    "export": HEADS | {STATISTICIAN, AUDITOR},
    "erase": frozenset({LEADER}),
    "audit": frozenset({AUDITOR}),
    "tally": HEADS | {STATISTICIAN},
    "convene": HEADS | {CLERK},
    "set_up": frozenset({ADMINISTRATOR}),
    "hand_in": frozenset({COUNTER}),
    "answer": frozenset({COUNTER}),
}
ACTS = tuple(RIGHTS)

ASSISTING_ACTS = frozenset({"see", "note", "attach", "handle", "reveal"})
"""What a duty in a matter of somebody else's unit gives at most, of the acts of one's role: a body called in."""
MEDIATING_ACTS = ASSISTING_ACTS | {"mediate"}
HOLDING_ACTS = MEDIATING_ACTS | {"investigate"}
LEADING_ACTS = HOLDING_ACTS | {"approve", "assign", "close"}
DESK_DUTY_ACTS = frozenset({"see", "note", "attach", "reveal", "record", "assign", "approve", "close", "reopen"})
"""What the desk that took a matter in keeps of the acts of one's role, also when another unit handles it."""


class UnknownAct(LookupError):
    """Asked for a word that is in no table: refuse loudly rather than answer no."""


def roles_for(act: str) -> frozenset[str]:
    if act not in RIGHTS:
        raise UnknownAct(act)
    return RIGHTS[act]
