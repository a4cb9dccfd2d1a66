"""Every list of codes in a dispute, each code with its word."""

from linli.kinds.dispute.choices.agreement import AGREEMENT_FORMS, FOUND, INSTALMENT_STATES, SATISFACTION
from linli.kinds.dispute.choices.confirmation import BARS, CONFIRMATION_RESULTS, PAPERS
from linli.kinds.dispute.choices.danger import DANGER_ASKED, DANGERS, QUESTIONS
from linli.kinds.dispute.choices.ending import DECLINE_REASONS, OUTCOMES, TERMINATION_REASONS, WAYS
from linli.kinds.dispute.choices.mediating import MEMBER_KINDS, PAUSE_REASONS, SESSION_OUTCOMES
from linli.kinds.dispute.choices.opening import CHANNELS, CLASSES, COURT_STAGES, ORIGINS
from linli.kinds.dispute.choices.parties import POWERS, ROLES, SIDES, SORTS

__all__ = [
    "AGREEMENT_FORMS",
    "BARS",
    "CHANNELS",
    "CLASSES",
    "CONFIRMATION_RESULTS",
    "COURT_STAGES",
    "DANGERS",
    "DANGER_ASKED",
    "DECLINE_REASONS",
    "FOUND",
    "INSTALMENT_STATES",
    "MEMBER_KINDS",
    "ORIGINS",
    "OUTCOMES",
    "PAPERS",
    "PAUSE_REASONS",
    "POWERS",
    "QUESTIONS",
    "ROLES",
    "SATISFACTION",
    "SESSION_OUTCOMES",
    "SIDES",
    "SORTS",
    "TERMINATION_REASONS",
    "WAYS",
]
