"""How far a list that is taken in got, as it is shown: counts, a share, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from linli.doors.desk.gate import Visit
from linli.doors.desk.show import fragment, show
from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.access import visible
from linli.policy.calendar import calendar
from linli.sheets.delivering import LASTS, weight_of
from linli.sheets.going_on import is_stuck
from linli.sheets.models import Delivery

OPEN, GOING, STUCK, DONE, GONE = "open", "going", "stuck", "done", "gone"
STATES = {
    OPEN: msg("not taken in yet"),
    GOING: msg("being taken in"),
    STUCK: msg("stopped before its end"),
    DONE: msg("taken in"),
    GONE: msg("let go, nothing taken in"),
}
FIRST = 10


@dataclass(frozen=True)
class Progress:
    """What is shown of it at one moment."""

    state: str
    done: int
    total: int
    good: int
    already: int
    changed: int
    wrong: int

    @property
    def word(self) -> str:
        return STATES[self.state]

    @property
    def share(self) -> int:
        """Of a hundred; only what is done is whole."""
        return 100 if self.state == DONE else min(99, self.done * 100 // max(self.total, 1))


def progress_of(delivery: Delivery, *, at: datetime, total: int = 0) -> Progress:
    taking = delivery.taking
    if taking is None:
        return Progress(GONE if delivery.let_go_at else OPEN, 0, total, 0, 0, 0, 0)
    done = taking.rows + delivery.unread
    return Progress(
        state=DONE if delivery.finished_at else STUCK if is_stuck(delivery, at=at) else GOING,
        done=done,
        total=max(total, done),
        good=taking.good,
        already=taking.already,
        changed=taking.changed,
        wrong=taking.wrong + delivery.unread,
    )


def taken_page(visit: Visit, delivery: Delivery, *, only_part: bool = False) -> HttpResponse:
    """How far it got, or what came of it with the way to its matters."""
    weight = weight_of(delivery)
    progress = progress_of(delivery, at=visit.at, total=weight.total if weight else 0)
    zone = calendar().zone
    days = [day_of(at, zone=zone) for at in (weight.first, weight.last) if at] if weight else []
    matters = visible(visit.who).filter(taken__taking=delivery.taking_id).order_by("pk")
    values: dict[str, Any] = {
        "delivery": delivery,
        "progress": progress,
        "days": days,
        "matters": list(matters[:FIRST]) if progress.state in (STUCK, DONE) else [],
        "until": delivery.handed_at + LASTS,
    }
    if only_part:
        return fragment(visit, "desk/import_going.html", **values)
    return show(visit, "desk/import_taken.html", **values)
