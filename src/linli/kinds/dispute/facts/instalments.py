"""One thing to be done by a day by a side, as it is agreed."""

from dataclasses import dataclass
from datetime import date

from linli.kinds.dispute import course
from linli.matters.facts import Plain


@dataclass(frozen=True)
class Instalment:
    """One thing to be done by a day by a side; the amount is 0 when it is an act."""

    number: int
    amount_fen: int
    due_on: date
    by_side: Plain


def row_of(part: Instalment) -> course.Row:
    return {
        "number": part.number,
        "amount_fen": part.amount_fen,
        "due_on": part.due_on.isoformat(),
        "by_side": part.by_side,
        "state": "due",
        "seq": 0,
        "performed_on": None,
    }
