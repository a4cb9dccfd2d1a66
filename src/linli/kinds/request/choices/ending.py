"""The codes of what came of a request: as the reply puts it, and as it is closed."""

from linli.ground.text import msg

RESULTS = {
    "solved": msg("Problem solved"),
    "partly": msg("Solved in part"),
    "planned": msg("Planned, with a date"),
    "explained": msg("Explained"),
    "no_ground": msg("No lawful ground for what is asked"),
}
OUTCOMES = {
    **RESULTS,
    "answered": msg("Answered at intake"),
    "not_accepted": msg("Not accepted"),
    "parked": msg("Laid aside, not solved"),
    "withdrawn": msg("Taken back"),
    "converted": msg("Handed over as another matter"),
}
