"""The limits of taking on and of mediation: how they are counted, from when, and whether the latter is over."""

from datetime import date, datetime

from linli.ground.clock import parse_moment
from linli.ground.due import Pause
from linli.ground.span import Span
from linli.kinds.dispute.commands.days import day_at, noon
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
    if is_labour(scene, state.category):
        return state.opened_at or scene.at
    return scene.at


def is_labour(scene: Scene, category: str) -> bool:
    return LABOUR in scene.book.upwards(scene.state.kind, category)


def start_again(scene: Scene, category: str) -> datetime:
    """From when the limit counts as that type of dispute; after a return always from the return."""
    state, started_at = scene.state, parse_moment(scene.state.data["limit"]["start_at"])
    accepted_on = date.fromisoformat(state.data.get("accepted_on", "1970-01-01"))
    was, becomes = (is_labour(scene, one) for one in (state.category, category))
    if was == becomes or state.data["court_stage"] or day_at(scene, started_at) > accepted_on:
        return started_at
    return (state.opened_at or started_at) if becomes else noon(scene, accepted_on)


def limit_again(
    scene: Scene,
    *,
    until_at: datetime | None = None,
    days: int = 0,
    start_at: datetime | None = None,
    category: str = "",
) -> Dated:
    """The limit counted anew: with a pause that ends at `until_at`, with more days, or as of another type."""
    clock = scene.state.data["limit"]
    stretches = [(parse_moment(start), parse_moment(end)) for start, end in clock["pauses"]]
    if until_at and clock["paused_at"]:
        stretches.append((parse_moment(clock["paused_at"]), until_at))
    more = clock["extra_days"] + days
    return scene.date(
        "limit",
        clock["term"],
        start_at=start_at or parse_moment(clock["start_at"]),
        category=category,
        pauses=[Pause(start, end) for start, end in stretches],
        extra=Span(more, "d") if more else None,
    )


def limit_is_over(scene: Scene) -> bool:
    return "limit" in scene.state.marks and scene.at > scene.state.marks["limit"].at
