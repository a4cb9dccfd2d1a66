"""The call-back: the desk asks the resident what came of it, and what follows from the answer."""

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, parse_moment
from linli.ground.text import msg
from linli.kinds.request import course, cycles
from linli.kinds.request.commands.consequences import content_of, what_follows
from linli.kinds.request.commands.unbiased import by_no_handler
from linli.kinds.request.facts.calling_back import CallBackWaived, CalledBack, NotReached
from linli.kinds.request.forms.calling_back import CallBackForm, NotReachedForm, WaiveCallBackForm
from linli.matters.command import Decision, Refused, Scene, command
from linli.matters.state import DESK, State
from linli.matters.told import words

TRIES, DAYS = 3, 2
"""So often, on so many different days, a resident is tried before the call-back may be left out."""


def unanswered(state: State) -> str:
    return "" if cycles.awaits_answer(state) else ALREADY


def to_be_asked(state: State) -> str:
    return WAIVED if cycles.is_waived(state) else unanswered(state)


@command(
    msg("Call back"),
    act="record",
    of=DESK,
    form=CallBackForm,
    stages=("replied",),
    guard=unanswered,
    settled=cycles.is_waived,
    hint=msg("Once for each reply, and not by somebody who handled it."),
)
def call_back(scene: Scene) -> Decision:
    """Told: contacted (yes|no), solved, satisfaction; reason when not content; perhaps said."""
    by, told = by_no_handler(scene), scene.told
    content = content_of(scene)
    if not content and not words(scene, "reason"):
        raise Refused(_("Ask why the resident is not content, and choose the main reason."))
    answer = CalledBack(
        contacted=told["contacted"],
        solved=told["solved"],
        satisfaction=told["satisfaction"],
        answer_reason="" if content else words(scene, "reason"),
        said=words(scene, "said"),
    )
    return Decision((answer, what_follows(scene)), by=by)


@command(
    msg("Not reached"),
    act="record",
    of=DESK,
    form=NotReachedForm,
    stages=("replied",),
    guard=to_be_asked,
    weight="aside",
)
def not_reached(scene: Scene) -> Decision:
    """Told: tried_by; perhaps note."""
    by = by_no_handler(scene)
    return Decision((NotReached(tried_by=scene.told["tried_by"], note=words(scene, "note")),), by=by)


@command(
    msg("Leave the call-back out"),
    act="approve",
    of=DESK,
    form=WaiveCallBackForm,
    stages=("replied",),
    guard=to_be_asked,
    weight="aside",
    hint=msg("After three tries on two days; or where no way was left, or the resident asked not to be called."),
)
def waive_call_back(scene: Scene) -> Decision:
    """Told: waive_ground; perhaps why."""
    by, ground = by_no_handler(scene), scene.told["waive_ground"]
    if ground == "unreachable":
        _refuse_few_tries(scene)
    elif ground == "no_contact" and course.reachable(scene.state):
        raise Refused(_("The resident left a telephone number. Try it, or choose another ground."))
    elif ground == "asked_not_to" and not words(scene, "why"):
        raise Refused(_("Write down when and how the resident said so."))
    return Decision((CallBackWaived(waive_ground=ground, why=words(scene, "why")),), by=by)


def _refuse_few_tries(scene: Scene) -> None:
    cycle, zone = course.cycle(scene.state), scene.book.calendar.zone
    tries = [day_of(parse_moment(row["at"]), zone=zone) for row in (cycle or {"tries": []})["tries"]]
    if len(tries) < TRIES or len(set(tries)) < DAYS:
        sentence = _("The resident was tried {tries} times on {days} days. Try at least three times, on two days.")
        raise Refused(sentence.format(tries=len(tries), days=len(set(tries))))


ALREADY = msg("The resident has answered this reply already. A new reply can be answered anew.")
WAIVED = msg("The call-back was left out already. Close it.")
