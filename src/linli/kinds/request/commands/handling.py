"""What the unit that handles a request does for it."""

from linli.ground.text import msg
from linli.kinds.request import course
from linli.kinds.request.commands import guards
from linli.kinds.request.commands.answering_others import answered, answers_with
from linli.kinds.request.commands.limit import by_profile, date_by
from linli.kinds.request.facts.handling import Contacted, Progressed, Replied, Signed
from linli.kinds.request.forms.handling import ContactForm, ProgressForm, ReplyForm
from linli.matters.command import Decision, Scene, command
from linli.matters.state import UNIT
from linli.matters.told import filled, home, words

AT_WORK = ("in_progress", "redo")


@command(msg("Sign for it"), act="handle", stages=("dispatched",), of=UNIT, hint=msg("The first to sign leads."))
def sign(scene: Scene) -> Signed:
    """Nothing is told: who says it answers for it in person."""
    state = scene.state
    asked = course.reachable(state) and not state.data["confidential"]
    contact = date_by(scene, "contact", by_profile(scene.book.profile, "contact")) if asked else None
    return Signed(unit=home(state), user=scene.by.user_id, contact=contact)


@command(
    msg("Record the first contact"),
    act="handle",
    form=ContactForm,
    stages=AT_WORK,
    guard=guards.contactable,
    of=UNIT,
    settled=guards.contacted,
)
def contact(scene: Scene) -> Contacted:
    """Told: contact_way, and perhaps note."""
    return Contacted(contact_way=scene.told["contact_way"], note=words(scene, "note"))


@command(
    msg("Record progress"),
    act="handle",
    form=ProgressForm,
    stages=AT_WORK,
    of=UNIT,
    hint=msg("The resident reads it."),
)
def progress(scene: Scene) -> Progressed:
    """Told: text (the resident reads it)."""
    return Progressed(text=filled(scene, "text"))


@command(
    msg("Answer"),
    act="handle",
    form=ReplyForm,
    stages=AT_WORK,
    guard=guards.parts_answered,
    of=UNIT,
    along=answers_with,
    weight="end",
)
def reply(scene: Scene) -> Decision:
    """Told: text, measures, result, and perhaps legal_basis.

    Requests that wait with it are answered along; a part tells the whole, and is done with that.
    """
    state = scene.state
    answer = {name: filled(scene, name) for name in ("text", "measures", "legal_basis", "result")}
    fact = Replied(unit=home(state), callback=scene.date("callback", "request.callback"), **answer)
    return answered(scene, fact, answer)
