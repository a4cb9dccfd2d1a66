"""The codes of a whistle: why a street or town calls departments in, and how near they are."""

from linli.ground.text import msg

WHISTLE_GROUNDS = {
    "joint": msg("Several departments have to act on the spot together"),
    "urgent": msg("It is urgent, and the street cannot deal with it alone"),
    "powers": msg("Only the department has the powers"),
    "lingering": msg("It has lingered for long"),
}
DISTANCES = {"near": msg("Near"), "far": msg("Far")}
