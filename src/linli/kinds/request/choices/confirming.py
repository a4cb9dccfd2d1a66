"""The codes of what a resident answers, and why nobody could be asked."""

from linli.ground.text import msg

YES_NO = {"yes": msg("Yes"), "no": msg("No")}
SOLVED = {"yes": msg("Yes, solved"), "partly": msg("Partly solved"), "no": msg("Not solved")}
SATISFACTION = {
    "very_satisfied": msg("Very satisfied"),
    "satisfied": msg("Satisfied"),
    "basically": msg("Basically satisfied"),
    "dissatisfied": msg("Dissatisfied"),
    "very_dissatisfied": msg("Very dissatisfied"),
}
ANSWER_REASONS = {
    "not_done": msg("Nothing was done, or only said to be done"),
    "half_done": msg("Only a part was done"),
    "not_lasting": msg("It came back after a short time"),
    "too_slow": msg("It took too long"),
    "attitude": msg("The manner of those who came or called"),
    "no_contact": msg("Nobody got in touch"),
    "explanation": msg("The explanation does not convince"),
    "against_policy": msg("What is asked for goes beyond the rules in force"),
    "other": msg("Another reason"),
}
TRIED_BY = {"phone": msg("Telephone"), "message": msg("Message"), "visit": msg("Visit")}
WAIVE_GROUNDS = {
    "unreachable": msg("Nobody could be reached"),
    "no_contact": msg("No way to reach the resident was left"),
    "asked_not_to": msg("The resident asked not to be called"),
}
