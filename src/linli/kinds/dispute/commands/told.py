"""Reading what was told: the same from a form, from another matter and from a script."""

from datetime import date, datetime, time
from typing import Any

from linli.ground.clock import day_of, moment, parse_moment
from linli.ground.due import LAST_SECOND, Pause
from linli.ground.span import Span
from linli.kinds.dispute.rules import LIVE
from linli.matters.command import Scene
from linli.matters.facts import Dated
from linli.matters.state import UNIT, State

COURT_TERMS = {
    "before_filing": "dispute.limit.before_filing",
    "after_ordinary": "dispute.limit.after_filing",
    "after_simplified": "dispute.limit.simplified",
}
LABOUR = "LB"
UNDER_WAY = ("accepted", "mediating")
OPEN = tuple(sorted(LIVE))
NOON = time(12)


def key_of(thing: Any) -> int:
    """The id of a user, unit or cell, told as such or as its id."""
    return thing if isinstance(thing, int) else int(thing.pk)


def perhaps_key(thing: Any) -> int | None:
    return key_of(thing) if thing else None


def words(scene: Scene, name: str) -> str:
    """A text that may be missing."""
    return str(scene.told.get(name) or "")


def today(scene: Scene) -> date:
    return day_of(scene.at, zone=scene.book.calendar.zone)


def noon(scene: Scene, day: date) -> datetime:
    return moment(day, clock=NOON, zone=scene.book.calendar.zone)


def end_of(scene: Scene, day: date, *, name: str) -> Dated:
    """A mark that was agreed and not counted: the last second of a day."""
    at = moment(day, clock=LAST_SECOND, zone=scene.book.calendar.zone)
    return Dated(name=name, at=at, provisional=False, basis={})


def home(state: State) -> int:
    """The unit that answers for the matter."""
    duty = state.holder(UNIT)
    assert duty is not None
    return duty.unit


def term_of(state: State) -> str:
    return COURT_TERMS.get(state.data["court_stage"], "dispute.limit")


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
