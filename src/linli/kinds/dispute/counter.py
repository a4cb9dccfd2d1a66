"""How residents reach mediation at the public counter."""

from linli.ground.text import msg
from linli.kinds.dispute.commands.applying import apply_for_mediation
from linli.matters.counter import Counter
from linli.matters.state import State

ANSWERED = frozenset({"agreed", "performed", "terminated", "closed", "declined", "converted"})


def progress(state: State) -> int:
    """Taken on is the second step, mediating the third; whatever came of it the fourth."""
    if state.stage in ANSWERED:
        return 4
    return {"registered": 1, "accepted": 2}.get(state.stage, 3)


COUNTER = Counter(
    hand_in=apply_for_mediation,
    what=("category", "title", "story", "requests"),
    where=("place", "cell", "point"),
    reach=("name", "phone", "other"),
    word=msg("Apply for mediation"),
    explains=msg("Two sides cannot agree, and somebody neutral is to help. Free of charge; both sides decide freely."),
    progress=progress,
    expected=("acceptance", "limit", "performance"),
    plain_steps=(msg("Handed in"), msg("Taken on"), msg("In mediation"), msg("Mediation over")),
)
