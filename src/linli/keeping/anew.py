"""Makes anew what is derived from the timelines, by the functions that keep it up every day."""

from datetime import datetime

from linli.likeness.lay import lay_new
from linli.tally.catching import rebuild
from linli.tally.laying import is_laid, next_step


def make_anew(*, at: datetime) -> int:
    """Figures and the likeness of matters. Cut off, the heartbeat goes on with it. Returns how many were counted."""
    counted = rebuild()
    while not is_laid():
        next_step()
    while lay_new(at=at):
        pass
    return counted
