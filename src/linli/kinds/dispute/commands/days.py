"""Days and moments of a step, in the zone of the centre, each held to what must have come before it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, moment, parse_moment
from linli.ground.due import LAST_SECOND
from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated

NOON = time(12)


def today(scene: Scene) -> date:
    return day_at(scene, scene.at)


def noon(scene: Scene, day: date) -> datetime:
    return moment(day, clock=NOON, zone=scene.book.calendar.zone)


def end_of(scene: Scene, day: date, *, name: str) -> Dated:
    """A mark that was agreed and not counted: the last second of a day."""
    at = moment(day, clock=LAST_SECOND, zone=scene.book.calendar.zone)
    return Dated(name=name, at=at, provisional=False, basis={})


def day_at(scene: Scene, at: datetime) -> date:
    return day_of(at, zone=scene.book.calendar.zone)


@dataclass(frozen=True)
class Step:
    """A step of the course: on which day it was taken (None: not yet), and why no day before it can be put in."""

    on: Callable[[Scene], date | None]
    sentence: str


def refuse_odd_day(scene: Scene, day: date | None, *after: Step) -> None:
    """A day that has not come yet, or one before a step that comes first. What happened may be as old as it is."""
    if day and day > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))
    for step in after:
        first = step.on(scene)
        if day and first and day < first:
            raise Refused(_(step.sentence).format(day=first.isoformat()))


def _receipt_on(scene: Scene) -> date | None:
    received_on = scene.state.data["received_on"]
    return date.fromisoformat(received_on) if received_on else None


def _mediation_on(scene: Scene) -> date | None:
    """Once it was taken on (again) and the last side had agreed."""
    state = scene.state
    if state.data["limit"] is None:
        return None
    clock_on = day_at(scene, parse_moment(state.data["limit"]["start_at"]))
    told = [state.data.get("accepted_on"), *(answer.get("since") for answer in course.consents(state).values())]
    return max([clock_on, *(date.fromisoformat(day) for day in told if day)])


def _session_on(scene: Scene) -> date | None:
    last = course.last_session(scene.state)
    return day_at(scene, parse_moment(last["held_at"])) if last else None


def _agreement_on(scene: Scene) -> date | None:
    agreement = scene.state.data["agreement"]
    return date.fromisoformat(agreement["effective_on"]) if agreement else None


def _performance_on(scene: Scene) -> date | None:
    days = [row["performed_on"] for row in course.instalments(scene.state)]
    return date.fromisoformat(max(days)) if days and all(days) else None


def _application_on(scene: Scene) -> date | None:
    asked = course.confirmation(scene.state)
    return date.fromisoformat(asked["on"]) if asked else None


def _end_on(scene: Scene) -> date | None:
    ended_on = (scene.state.data["ending"] or {}).get("on")
    return date.fromisoformat(ended_on) if ended_on else None


RECEIPT = Step(_receipt_on, msg("The papers were signed for only on {day}. Put in a day from then on."))
MEDIATION = Step(
    _mediation_on,
    msg("Mediation began only on {day}, taken on and with every side's consent. Put in a day from then on."),
)
SESSION = Step(
    _session_on, msg("The sides agreed at the session of {day}; the agreement takes effect that day or later.")
)
AGREEMENT = Step(_agreement_on, msg("The agreement took effect only on {day}. Put in a day from then on."))
PERFORMANCE = Step(_performance_on, msg("It was performed on {day}; the follow-up visit comes that day or later."))
APPLICATION = Step(_application_on, msg("The court was asked on {day}; its answer comes that day or later."))
END = Step(_end_on, msg("Mediation ended only on {day}. Put in a day from then on."))
