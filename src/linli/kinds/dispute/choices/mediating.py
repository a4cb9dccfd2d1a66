"""The codes of the mediation table: bodies, sessions, the clock."""

from linli.ground.text import msg

MEMBER_KINDS = {
    "people": msg("People's mediation"),
    "administrative": msg("Administrative mediation"),
    "judicial": msg("Judicial mediation"),
    "police": msg("Police"),
    "court": msg("Court"),
    "department": msg("Department"),
    "society": msg("Social organisation"),
}
SESSION_OUTCOMES = {
    "continued": msg("To be continued"),
    "agreed": msg("Agreement reached"),
    "failed": msg("No agreement"),
}
PAUSE_REASONS = {
    "appraisal": msg("Expert appraisal or inspection"),
    "other_result": msg("Waiting for the result of another procedure"),
}
