"""What a resident says to a reply at the counter, and the desk that sends it back."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course, joined
from linli.kinds.request.commands.calling_back import unanswered
from linli.kinds.request.commands.consequences import content_of, redo, what_follows
from linli.kinds.request.commands.unbiased import by_no_handler
from linli.kinds.request.facts.closing import TakenBack, Withdrawn
from linli.kinds.request.facts.confirming import Rated, RedoAsked, RedoOrdered
from linli.kinds.request.forms.confirming import AskRedoForm, OrderRedoForm, RateForm, TakeBackForm, WithdrawForm
from linli.matters.command import Decision, Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.state import DESK, State
from linli.matters.told import words

ONGOING = frozenset(
    {
        "handed_in",
        "accepted",
        "dispatched",
        "return_asked",
        "in_progress",
        "suspended",
        "redo",
        "merged",
        "replied",
        "parked",
    }
)
TOO_LATE = msg("The time in which it can be done again is over. Hand in a new request, or tell the desk.")


def replied_to(state: State) -> str:
    """Whether there is a reply of its own that can be done again; of a part, only the whole is."""
    if "withdrawn" in state.flags:
        return TAKEN_BACK
    if joined.part_of(state):
        return PART
    return "" if course.cycle(state) else NO_REPLY


@command(
    msg("Answer the reply"),
    act="answer",
    public=True,
    form=RateForm,
    stages=("replied", "closed"),
    guard=unanswered,
    hint=msg("Once for each reply. If it is not solved, it is done again at once."),
)
def rate(scene: Scene) -> tuple[Fact, ...]:
    """Told: solved, satisfaction; perhaps reason, said."""
    content = content_of(scene)
    answer = Rated(
        solved=scene.told["solved"],
        satisfaction=scene.told["satisfaction"],
        answer_reason="" if content else words(scene, "reason"),
        said=words(scene, "said"),
    )
    if scene.state.stage == "closed":
        _refuse_after_window(scene)
        if content:
            return (answer,)
    return (answer, what_follows(scene))


@command(
    msg("Ask that it be done again"),
    act="answer",
    public=True,
    form=AskRedoForm,
    stages=("closed",),
    guard=replied_to,
    weight="aside",
)
def ask_redo(scene: Scene) -> RedoAsked:
    """Told: why. Within the window after the closing."""
    _refuse_after_window(scene)
    redone = redo(scene, RedoAsked, why=scene.told["why"])
    assert isinstance(redone, RedoAsked)
    return redone


@command(
    msg("Order that it be done again"),
    act="assign",
    of=DESK,
    form=OrderRedoForm,
    stages=("replied", "closed"),
    guard=replied_to,
    weight="aside",
    hint=msg("When a look into it finds that it is not done."),
)
def order_redo(scene: Scene) -> Decision:
    """Told: why."""
    by = by_no_handler(scene)
    return Decision((redo(scene, RedoOrdered, why=scene.told["why"]),), by=by)


@command(
    msg("Take it back"),
    act="answer",
    public=True,
    form=TakeBackForm,
    stages=ONGOING,
    along=joined.others,
    weight="end",
    hint=msg("Nothing more is done then."),
)
def take_back(scene: Scene) -> Decision:
    """Told: perhaps why. Requests that went with it go by themselves again, its parts lapse."""
    fact = TakenBack(why=words(scene, "why"))
    return Decision((fact,), beside=joined.told_of_end(scene.state, number=scene.number))


@command(
    msg("Withdrawn by the resident"),
    act="record",
    of=DESK,
    form=WithdrawForm,
    stages=ONGOING,
    along=joined.others,
    weight="end",
    hint=msg("The resident said so to the desk; not by somebody who handled it."),
)
def withdraw(scene: Scene) -> Decision:
    """Told: why. Requests that went with it go by themselves again, its parts lapse."""
    by = by_no_handler(scene)
    beside = joined.told_of_end(scene.state, number=scene.number)
    return Decision((Withdrawn(why=scene.told["why"]),), beside=beside, by=by)


def _refuse_after_window(scene: Scene) -> None:
    until = scene.state.marks.get("redo_until")
    if until is None or scene.at > until.at:
        raise Refused(_(TOO_LATE))


NO_REPLY = msg("There was no reply that could be done again. The desk can open it again.")
TAKEN_BACK = msg("It was taken back. If something is asked for after all, the desk opens it again.")
PART = msg("This is a part of another request. Have that one done again.")
