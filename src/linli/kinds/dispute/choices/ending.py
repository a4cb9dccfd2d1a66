"""The codes of how a dispute ends."""

from linli.ground.text import msg

DECLINE_REASONS = {
    "in_court": msg("Already before a court or arbitration"),
    "administrative": msg("For an administrative body to decide"),
    "one_refuses": msg("One side clearly refuses mediation"),
    "criminal": msg("Suspected crime: passed to the police"),
    "not_ours": msg("Not a dispute that mediation may take on"),
}
TERMINATION_REASONS = {
    "agreed": msg("Ended by consent of all sides"),
    "withdrawn": msg("Reconciled and withdrawn"),
    "unreachable": msg("A side could not be reached in time"),
    "unwilling": msg("One side is no longer willing"),
    "too_far_apart": msg("The positions are too far apart"),
    "term_over": msg("The limit is over and there is no extension"),
    "refuses_to_sign": msg("A side refuses to sign"),
    "lawful_bar": msg("A rule of law stands against it"),
    "moved": msg("Moved to a case, arbitration or a court"),
    "not_performed": msg("The agreement was not performed"),
}
WAYS = {
    "arbitration": msg("Arbitration"),
    "labour_arbitration": msg("Labour arbitration"),
    "administrative": msg("Application to an administrative body"),
    "court": msg("Action in a people's court"),
    "enforcement": msg("Enforcement by a court of the agreement it confirmed"),
    "police": msg("Report to the police"),
    "other": msg("Other lawful way"),
}
OUTCOMES = {
    "settled": msg("Settled"),
    "terminated": msg("Ended without a settlement"),
    "declined": msg("Not taken on"),
    "converted": msg("Handed over as another matter"),
}
