"""The codes of how a request comes in, and of what it is."""

from linli.ground.text import msg

SORTS = {
    "consult": msg("Question"),
    "help": msg("Call for help"),
    "complaint": msg("Complaint"),
    "report": msg("Report of wrongdoing"),
    "suggestion": msg("Suggestion"),
    "thanks": msg("Thanks"),
    "other": msg("Something else"),
}
TOLD_CHANNELS = {
    "phone": msg("Telephone call"),
    "sms": msg("Text message"),
    "mailbox": msg("Mailbox"),
    "app": msg("App"),
    "mini_program": msg("Mini-program"),
    "window": msg("Window"),
    "grid_round": msg("Grid round"),
    "transfer": msg("Passed on by the hotline"),
}
CHANNELS = {
    **TOLD_CHANNELS,
    "site": msg("Public counter"),
    "handed_over": msg("Handed over from another matter"),
    "part": msg("Part of another request"),
}
ORDINARY = "ordinary"
"""How urgent it is where nobody says."""
URGENCIES = {
    ORDINARY: msg("Ordinary"),
    "utilities": msg("Water, power, gas or heat is cut off"),
    "life": msg("Danger to life or property"),
}
REPORTER_SORTS = {
    "person": msg("Person"),
    "firm": msg("Business"),
    "organisation": msg("Organisation"),
}
