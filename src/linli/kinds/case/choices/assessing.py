"""The codes of an assessment: what can be done, and on what ground."""

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
