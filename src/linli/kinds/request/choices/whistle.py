"""The codes of a whistle: of which of the two kinds it is, and why a street or town calls departments in."""

from linli.ground.text import msg

WHISTLE_GROUNDS = {
    "joint": msg("Several departments have to act on the spot together"),
    "urgent": msg("It is urgent, and the street cannot deal with it alone"),
    "powers": msg("Only the department has the powers"),
    "lingering": msg("It has lingered for long"),
}
WHISTLE_SORTS = {"work": msg("Work whistle"), "hard": msg("Hard-problem whistle")}
