"""What the desk decides at intake: accepted, not accepted on one of six grounds, or answered at once."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import choices, course, joined
from linli.kinds.request.commands import guards
from linli.kinds.request.commands.limit import reply_from_now, soon_before
from linli.kinds.request.commands.merging import alone
from linli.kinds.request.commands.units import stands_in
from linli.kinds.request.facts.intake import Accepted, AnsweredNow, NotAccepted
from linli.kinds.request.forms.intake import AcceptForm, AnswerNowForm, NotAcceptForm
from linli.matters.command import Decision, Refused, Scene, command
from linli.matters.state import DESK
from linli.matters.told import filled, perhaps_key, words

UNDISPATCHED = ("handed_in", "accepted")


@command(msg("Accept"), act="assign", form=AcceptForm, stages=("handed_in",), of=DESK)
def accept(scene: Scene) -> Accepted:
    """Told: perhaps urgency, reported_unit (what is left out stays as it is)."""
    data, reported = scene.state.data, perhaps_key(scene.told.get("reported_unit"))
    if reported is not None:
        refuse_own_report(course.desk(scene.state), reported)
    urgency = words(scene, "urgency")
    return accepted(scene, sort=data["sort"], urgency=urgency or data["urgency"], reported_unit=reported)


@command(
    msg("Do not accept"),
    act="assign",
    form=NotAcceptForm,
    stages=UNDISPATCHED,
    of=DESK,
    along=joined.others,
    weight="end",
    hint=msg("On one of the six lawful grounds; the resident reads the answer."),
)
def not_accept(scene: Scene) -> Decision:
    """Told: refusal_ground, and perhaps answer (left out: the answer that belongs to the ground).

    Requests that went with it go by themselves again, its parts lapse.
    """
    ground = scene.told["refusal_ground"]
    answer = filled(scene, "answer").strip() or _(choices.ANSWERS[ground])
    fact = NotAccepted(refusal_ground=ground, answer=answer)
    return Decision((fact,), beside=joined.told_of_end(scene.state, number=scene.number))


@command(
    msg("Answer at once"),
    act="record",
    form=AnswerNowForm,
    stages=UNDISPATCHED,
    guard=guards.all_of(guards.is_question, alone),
    of=DESK,
    weight="end",
    hint=msg("A question that can be answered now is answered and done."),
)
def answer_now(scene: Scene) -> AnsweredNow:
    """Told: text (the resident reads it)."""
    return AnsweredNow(text=filled(scene, "text"))


def accepted(
    scene: Scene, *, sort: str, urgency: str, category: str = "", reported_unit: int | None = None
) -> Accepted:
    reply = reply_from_now(scene, sort=sort, urgency=urgency or choices.ORDINARY, category=category)
    return Accepted(
        dispatch=scene.date("dispatch", "request.dispatch", category=category),
        reply=reply,
        soon=soon_before(scene, reply),
        urgency=urgency,
        reported_unit=reported_unit,
    )


def refuse_own_report(desk: object, reported: int) -> None:
    """A complaint of a unit does not stay with its own desk."""
    if stands_in(desk, reported):
        raise Refused(_("It is a complaint of this very unit. Let a desk above it take it in."))
