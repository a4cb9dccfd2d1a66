"""The limits of taking on and of mediation: how they are counted, from when, and whether the latter is over."""

from datetime import date, datetime

from linli.ground.clock import parse_moment
from linli.ground.due import Pause
from linli.ground.span import Span
from linli.kinds.dispute.commands.days import noon
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated
from linli.matters.state import State

COURT_TERMS = {
    "before_filing": "dispute.limit.before_filing",
    "after_ordinary": "dispute.limit.after_filing",
    "after_simplified": "dispute.limit.simplified",
}
LABOUR = "LB"


def term_of(state: State) -> str:
    return COURT_TERMS.get(state.data["court_stage"], "dispute.limit")


def acceptance(scene: Scene, category: str) -> Dated | None:
    """By when it is to be taken on or declined. An office that gives no time for it can still register what comes."""
    try:
        return scene.date("acceptance", "dispute.acceptance", category=category)
    except Refused:
        return None


def limit_start(scene: Scene) -> datetime:
    """Court: from the signed receipt; labour: from the application; else from the taking-on."""
    state, received_on = scene.state, scene.state.data["received_on"]
    if state.data["court_stage"] and received_on:
        return noon(scene, date.fromisoformat(received_on))
    if LABOUR in scene.book.upwards(state.kind, state.category):
        return state.opened_at or scene.at
    return scene.at


def limit_again(scene: Scene, *, until_at: datetime | None = None, days: int = 0) -> Dated:
    """The limit counted anew, with a pause that ends at `until_at` or with so many days more."""
    clock = scene.state.data["limit"]
    stretches = [(parse_moment(start), parse_moment(end)) for start, end in clock["pauses"]]
    if until_at and clock["paused_at"]:
        stretches.append((parse_moment(clock["paused_at"]), until_at))
    more = clock["extra_days"] + days
    return scene.date(
        "limit",
        clock["term"],
        start_at=parse_moment(clock["start_at"]),
        pauses=[Pause(start, end) for start, end in stretches],
        extra=Span(more, "d") if more else None,
    )


def limit_is_over(scene: Scene) -> bool:
    return "limit" in scene.state.marks and scene.at > scene.state.marks["limit"].at
