"""The codes of an agreement and how it is kept."""

from linli.ground.text import msg

AGREEMENT_FORMS = {"written": msg("Written agreement"), "oral": msg("Oral agreement")}
INSTALMENT_STATES = {"due": msg("To be performed"), "kept": msg("Performed"), "failed": msg("Not performed in time")}
FOUND = {
    "yes": msg("Performed"),
    "partly": msg("Performed in part"),
    "no": msg("Not performed"),
    "none": msg("No agreement that could be performed"),
}
SATISFACTION = {
    "very_satisfied": msg("Very satisfied"),
    "satisfied": msg("Satisfied"),
    "basically_satisfied": msg("Basically satisfied"),
    "dissatisfied": msg("Dissatisfied"),
    "very_dissatisfied": msg("Very dissatisfied"),
    "not_said": msg("Not asked, or no answer"),
}
