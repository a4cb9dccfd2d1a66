"""The codes of an assessment: what can be done, and on what ground; a ground stands only for what it can support."""

from linli.ground.text import msg

ASSESSMENTS = {
    "solvable": msg("Can be solved now"),
    "not_yet": msg("Cannot be solved yet"),
    "first_results": msg("First results"),
}
GROUNDS = {
    "clear_lead": msg("There is a clear lead"),
    "traces": msg("Traces or recordings were secured"),
    "witness": msg("A witness can help"),
    "goods_found": msg("Goods have turned up"),
    "no_lead": msg("There is no lead yet"),
    "awaiting_result": msg("Waiting for an expert's or another body's result"),
    "needs_others": msg("Help from elsewhere is needed"),
    "part_cleared": msg("Part of the facts is cleared up"),
    "like_others": msg("It resembles other cases"),
}
FIRM = frozenset({"solvable", "first_results"})
OPEN = frozenset({"not_yet"})
SUPPORTS = {
    "clear_lead": FIRM,
    "traces": FIRM,
    "witness": FIRM,
    "goods_found": FIRM,
    "no_lead": OPEN,
    "awaiting_result": OPEN | {"first_results"},
    "needs_others": OPEN | {"first_results"},
    "part_cleared": FIRM,
    "like_others": OPEN | FIRM,
}
"""Ours: which assessments each ground can carry."""
