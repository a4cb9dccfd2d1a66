"""The codes of how a case comes in."""

from linli.ground.text import msg

CLASSES = {"criminal": msg("Criminal"), "administrative": msg("Administrative")}
"""Also the codes of the two categories at the top: all others hang below one of them."""
TOLD_SOURCES = {
    "police_110": msg("110 call"),
    "window": msg("Window"),
    "round": msg("Grid round"),
}
SOURCES = {**TOLD_SOURCES, "handed_over": msg("Handed over from another matter")}
