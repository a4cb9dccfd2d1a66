"""Closing a request nobody could confirm, laying it aside until a day, filing it away, opening it again."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.kinds.request import course, cycles, joined
from linli.kinds.request.commands.consequences import closed
from linli.kinds.request.commands.limit import reply_from_now, soon_before
from linli.kinds.request.commands.unbiased import by_no_handler
from linli.kinds.request.facts.closing import Archived, Parked, Reopened, TakenUp
from linli.kinds.request.forms.closing import CloseForm, ParkForm, ReopenForm, TakeUpForm
from linli.matters.command import Decision, Refused, Scene, command
from linli.matters.facts import Dated
from linli.matters.state import DESK, State
from linli.matters.told import words


def closable(state: State) -> str:
    return "" if state.stage == "parked" or cycles.is_waived(state) else CALL_FIRST


def whole(state: State) -> str:
    return PART if joined.part_of(state) else ""


@command(
    msg("Close without the resident's yes"),
    act="record",
    of=DESK,
    form=CloseForm,
    stages=("replied", "parked"),
    guard=closable,
    weight="end",
)
def close(scene: Scene) -> Decision:
    """Told: perhaps note. Closed with the result of the reply; what is laid aside, as laid aside."""
    by = by_no_handler(scene)
    outcome = "parked" if scene.state.stage == "parked" else ""
    return Decision((closed(scene, note=words(scene, "note"), confirmed=False, outcome=outcome),), by=by)


@command(
    msg("Lay aside until a day"),
    act="assign",
    of=DESK,
    form=ParkForm,
    stages=("replied", "redo"),
    along=joined.others,
    weight="aside",
    hint=msg("When it cannot be solved now: the resident is told why and when it is looked at again."),
)
def park(scene: Scene) -> Decision:
    """Told: why, review_on. Requests that still wait with it go by themselves again, its open parts lapse."""
    by = by_no_handler(scene)
    parked = Parked(why=scene.told["why"], review=_review(scene, scene.told["review_on"]))
    return Decision((parked,), beside=joined.told_of_end(scene.state, number=scene.number), by=by)


@command(msg("Take up again"), act="assign", of=DESK, form=TakeUpForm, stages=("parked",))
def take_up(scene: Scene) -> TakenUp:
    """Told: why. The unit that replied goes on with it, with a new time limit."""
    return TakenUp(why=scene.told["why"], stage="in_progress", **_reply_clock(scene))


@command(
    msg("File away"),
    act="close",
    of=DESK,
    stages=("closed", "answered", "not_accepted"),
    weight="aside",
    hint=msg("When the time is over in which the resident can ask that it be done again."),
)
def archive(scene: Scene) -> Archived:
    """Told: nothing."""
    until = scene.state.marks.get("redo_until")
    if until and scene.at <= until.at:
        until_on = day_of(until.at, zone=scene.book.calendar.zone)
        raise Refused(
            _("Until {day} the resident can ask that it be done again. File it away after that.").format(day=until_on)
        )
    return Archived()


@command(
    msg("Open again"),
    act="reopen",
    of=DESK,
    form=ReopenForm,
    stages=("closed", "archived", "answered", "not_accepted"),
    guard=whole,
    weight="aside",
)
def reopen(scene: Scene) -> Reopened:
    """Told: why. The desk settles anew who handles it."""
    dispatch = scene.date("dispatch", "request.dispatch")
    return Reopened(why=scene.told["why"], unit=course.desk(scene.state), dispatch=dispatch, **_reply_clock(scene))


def _reply_clock(scene: Scene) -> dict[str, Dated]:
    data = scene.state.data
    reply = reply_from_now(scene, sort=data["sort"], urgency=data["urgency"])
    return {"reply": reply, "soon": soon_before(scene, reply)}


def _review(scene: Scene, on: date) -> Dated:
    if on <= day_of(scene.at, zone=scene.book.calendar.zone):
        raise Refused(_("That day is over. Put in a later day."))
    return Dated("review", at=scene.book.calendar.closing(on), provisional=False, basis={})


CALL_FIRST = msg("Call the resident back first, or have the call-back left out.")
PART = msg("This is a part of another request. Open that one again, and split a part off anew.")
