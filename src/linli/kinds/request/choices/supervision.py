"""The codes of urging and supervising a unit."""

from linli.ground.text import msg

URGE_GROUNDS = {
    "overdue": msg("Past its time limit"),
    "near_limit": msg("Close to its time limit"),
    "repeated": msg("Reported again and again, and not solved"),
    "refuses": msg("A lawful order is not carried out"),
    "bad_effect": msg("It has a bad effect in public"),
}
GRAVE = frozenset({"overdue", "repeated", "refuses", "bad_effect"})
"""The grounds on which a yellow notice may be given at once, without urging first."""
SUPERVISE_GROUNDS = {
    "unexplained": msg("Urged, and no reason was given in time"),
    **{code: word for code, word in URGE_GROUNDS.items() if code in GRAVE},
}
LEVELS = {"yellow": msg("Yellow notice"), "red": msg("Red notice")}
EXCEPTIONS = {
    "should_accept": msg("Should have been accepted and was not"),
    "should_handle": msg("Should have been handled and was not"),
    "should_handle_lawfully": msg("Should have been handled lawfully and was not"),
}
