"""Why somebody opens personal words, as codes and words."""

from linli.ground.text import msg

PURPOSE_WORDS = {
    "handling": msg("Handling the matter"),
    "follow_up": msg("Follow-up visit"),
    "verification": msg("Checking"),
    "audit": msg("Audit"),
}
OF_A_FILE = "file"
LOOK_WORDS = {**PURPOSE_WORDS, OF_A_FILE: msg("Took out a file")}
