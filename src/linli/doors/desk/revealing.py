"""Why somebody opens personal words or takes something out, as codes and words."""

from linli.ground.text import msg

PURPOSE_WORDS = {
    "handling": msg("Handling the matter"),
    "follow_up": msg("Follow-up visit"),
    "verification": msg("Checking"),
    "audit": msg("Audit"),
}
OF_A_FILE = "file"
OF_THE_RECORD = "record"
OF_A_NOTICE = "notice"
OF_A_PAPER = "paper"
OF_THE_DOSSIER = "dossier"
LOOK_WORDS = {
    **PURPOSE_WORDS,
    OF_A_FILE: msg("Took out a file"),
    OF_THE_RECORD: msg("Took out the whole record, personal words masked"),
    OF_A_PAPER: msg("Opened an official paper that shows them"),
    OF_THE_DOSSIER: msg("Took out the file in which they stand in full"),
    OF_A_NOTICE: msg("Sent a notice to the number left for it"),
}
