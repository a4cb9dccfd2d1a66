"""The codes of who stands on which side, and with what powers."""

from linli.ground.text import msg

SIDES = {
    "a": msg("Side A"),
    "b": msg("Side B"),
    "c": msg("Side C"),
    "d": msg("Side D"),
    "e": msg("Side E"),
    "f": msg("Side F"),
}
SORTS = {"person": msg("Person"), "organisation": msg("Organisation")}
ROLES = {"party": msg("Party"), "agent": msg("Agent"), "representative": msg("Elected representative")}
POWERS = {"general": msg("General powers"), "special": msg("Special powers: may settle")}
