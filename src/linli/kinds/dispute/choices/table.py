"""Every field of a dispute that holds a code, with the words of its codes."""

from linli.kinds.dispute.choices.agreement import AGREEMENT_FORMS, FOUND, INSTALMENT_STATES, SATISFACTION
from linli.kinds.dispute.choices.confirmation import BARS, CONFIRMATION_RESULTS, PAPERS
from linli.kinds.dispute.choices.danger import DANGERS
from linli.kinds.dispute.choices.ending import DECLINE_REASONS, OUTCOMES, TERMINATION_REASONS, WAYS
from linli.kinds.dispute.choices.mediating import MEMBER_KINDS, PAUSE_REASONS, SESSION_OUTCOMES
from linli.kinds.dispute.choices.opening import CHANNELS, CLASSES, COURT_STAGES, ORIGINS
from linli.kinds.dispute.choices.parties import POWERS, ROLES, SIDES, SORTS

CHOICES = {
    "dispute_class": CLASSES,
    "origin": ORIGINS,
    "channel": CHANNELS,
    "court_stage": COURT_STAGES,
    "side": SIDES,
    "by_side": SIDES,
    "party_sort": SORTS,
    "party_role": ROLES,
    "powers": POWERS,
    "danger": DANGERS,
    "decline_reason": DECLINE_REASONS,
    "member_kind": MEMBER_KINDS,
    "session_outcome": SESSION_OUTCOMES,
    "pause_reason": PAUSE_REASONS,
    "agreement_form": AGREEMENT_FORMS,
    "instalment_state": INSTALMENT_STATES,
    "bar": BARS,
    "paper": PAPERS,
    "confirmation_result": CONFIRMATION_RESULTS,
    "termination_reason": TERMINATION_REASONS,
    "way": WAYS,
    "performance_found": FOUND,
    "satisfaction": SATISFACTION,
    "outcome": OUTCOMES,
}
