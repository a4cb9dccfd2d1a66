"""The codes of how a case ends."""

from linli.ground.text import msg

DECLINE_REASONS = {
    "no_offence": msg("No offence is found"),
    "too_slight": msg("Too slight to be pursued"),
    "not_ours": msg("Belongs to another body"),
    "too_late": msg("The time to pursue it is over"),
    "civil": msg("A civil matter; the other lawful ways were told"),
    "duplicate": msg("Already filed as another case"),
}
RESULTS = {
    "solved": msg("Solved"),
    "handled": msg("Handled and concluded"),
    "withdrawn": msg("Withdrawn"),
    "transferred": msg("Transferred to another body"),
    "suspended": msg("Suspended"),
}
OUTCOMES = {
    **RESULTS,
    "not_filed": msg("Not filed"),
    "converted": msg("Handed over as another matter"),
}
