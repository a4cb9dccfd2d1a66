"""The six lawful grounds on which a request is not accepted, each with the answer that the resident reads."""

from linli.ground.text import msg

REFUSAL_GROUNDS = {
    "emergency": msg("An emergency for 110, 119, 120 or 122"),
    "other_procedure": msg("In a lawsuit, arbitration, discipline, reconsideration or disclosure"),
    "no_new_facts": msg("The same matter again, without new facts"),
    "secrets": msg("State or business secrets, or somebody's privacy"),
    "outside": msg("Outside the duties of the authorities here"),
    "unlawful": msg("Unlawful, or against good morals"),
}
ANSWERS = {
    "emergency": msg(
        "What you describe is an emergency. Please call 110 (police), 119 (fire and rescue), 120 (ambulance) or 122 "
        "(road accidents) at once; we have passed on what you told us."
    ),
    "other_procedure": msg(
        "Your matter is, or has to be, decided in a procedure that the law provides for it: a lawsuit, arbitration, "
        "discipline inspection, administrative reconsideration or disclosure of information. Please turn to the body "
        "in charge there; we may not step into its decision."
    ),
    "no_new_facts": msg(
        "This matter was handled and answered before, and what you tell us holds no new facts or reasons. It is not "
        "accepted again; if there is something new, please tell us."
    ),
    "secrets": msg(
        "What you ask for touches state secrets, business secrets or the privacy of others. The law does not allow us "
        "to accept it."
    ),
    "outside": msg(
        "What you ask for lies outside the duties of the authorities here. Please turn to the body that is in charge "
        "of it; we gladly help you to find it."
    ),
    "unlawful": msg(
        "What you ask for is against the law or against public order and good morals, so it cannot be accepted."
    ),
}
