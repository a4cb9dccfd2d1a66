"""The codes of what came of a request: as the reply puts it, and as it is closed."""

from linli.ground.text import msg

RESOLVED, UNTOLD = "resolved", "untold"
TOLD_RESULTS = {
    RESOLVED: msg("Problem resolved"),
    "explained": msg("Explained: no more can be done here"),
    "referred": msg("Referred to a statutory way"),
    "outside_remit": msg("Outside the remit of the government"),
    "repeat": msg("A repeat without anything new"),
}
RESULTS = {**TOLD_RESULTS, UNTOLD: msg("Result not told by the list")}
"""With that of an answer which came in from outside without any."""
OUTCOMES = {
    **RESULTS,
    "answered": msg("Answered at intake"),
    "not_accepted": msg("Not accepted"),
    "parked": msg("Laid aside, not solved"),
    "withdrawn": msg("Taken back"),
    "converted": msg("Handed over as another matter"),
}
