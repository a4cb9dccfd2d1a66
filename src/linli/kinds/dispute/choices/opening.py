"""The codes of how a dispute comes in."""

from linli.ground.text import msg

CLASSES = {
    "not_police_led": msg("Not police-led"),
    "police_led": msg("Police-led"),
    "urgent_call": msg("Important call for help"),
}
ORIGINS = {
    "application": msg("Application by a party"),
    "own_round": msg("Found on our own round"),
    "police": msg("Passed on by the police"),
    "court": msg("Commissioned by a court"),
    "transfer": msg("Passed on by another body"),
}
CHANNELS = {
    "window": msg("Window"),
    "online": msg("Public counter on the web"),
    "phone": msg("Telephone call"),
    "round": msg("Grid round"),
    "hotline": msg("12345 hotline"),
    "police": msg("Police"),
    "court": msg("Court"),
    "handed_over": msg("Handed over inside the centre"),
}
COURT_STAGES = {
    "before_filing": msg("Before filing"),
    "after_ordinary": msg("After filing, ordinary procedure"),
    "after_simplified": msg("After filing, simplified procedure"),
}
