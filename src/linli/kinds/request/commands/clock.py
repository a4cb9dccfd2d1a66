"""More time for a request, and its clock that stands still."""

from django.utils.translation import gettext as _

from linli.ground.span import Span
from linli.ground.text import msg
from linli.kinds.request.commands import guards
from linli.kinds.request.commands.decisions import refuse_own
from linli.kinds.request.commands.limit import contact_again, reply_again, soon_before
from linli.kinds.request.facts.clock import ExtensionAsked, ExtensionGranted, ExtensionRefused, Resumed, Suspended
from linli.kinds.request.forms.clock import (
    AskExtensionForm,
    GrantExtensionForm,
    RefuseExtensionForm,
    ResumeForm,
    SuspendForm,
)
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Dated
from linli.matters.state import DESK, UNIT
from linli.matters.told import filled, words

IN_PROGRESS = ("in_progress",)


@command(
    msg("Ask for more time"),
    act="handle",
    form=AskExtensionForm,
    stages=IN_PROGRESS,
    guard=guards.extendable,
    of=UNIT,
    weight="aside",
    hint=msg("Before the limit runs out; the desk decides, and the resident is told."),
)
def ask_extension(scene: Scene) -> ExtensionAsked:
    """Told: days, why, legal_basis."""
    if scene.at > scene.state.marks["reply"].at:
        raise Refused(_("The limit has run out and can no longer be extended. Answer it."))
    return ExtensionAsked(
        days=int(scene.told["days"]),
        why=filled(scene, "why"),
        legal_basis=filled(scene, "legal_basis"),
        awaiting=Dated(name="awaiting", at=scene.at, provisional=False, basis={}),
        decision=scene.date("decision", "request.decision"),
    )


@command(msg("Give more time"), act="approve", form=GrantExtensionForm, stages=IN_PROGRESS, guard=guards.asked, of=DESK)
def grant_extension(scene: Scene) -> ExtensionGranted:
    """Told: perhaps days (else as many as were asked for), note. They are added to the limit."""
    asked = scene.state.data["extension"]
    refuse_own(scene, asked)
    days = int(scene.told.get("days") or asked["days"])
    reply = reply_again(scene, extra=_more(scene, days))
    if reply is None:
        raise Refused(_("No limit runs any more that could be extended. Refuse the request for more time."))
    return ExtensionGranted(days=days, reply=reply, soon=soon_before(scene, reply), note=words(scene, "note"))


@command(
    msg("Refuse more time"), act="approve", form=RefuseExtensionForm, stages=IN_PROGRESS, guard=guards.asked, of=DESK
)
def refuse_extension(scene: Scene) -> ExtensionRefused:
    """Told: why."""
    refuse_own(scene, scene.state.data["extension"])
    return ExtensionRefused(why=scene.told["why"])


@command(
    msg("Suspend"),
    act="approve",
    form=SuspendForm,
    stages=IN_PROGRESS,
    of=DESK,
    weight="aside",
    hint=msg("The clock stands still; the resident reads why."),
)
def suspend(scene: Scene) -> Suspended:
    """Told: why (the resident reads it)."""
    return Suspended(why=scene.told["why"])


@command(msg("Go on with it"), act="approve", form=ResumeForm, stages=("suspended",), of=DESK)
def resume(scene: Scene) -> Resumed:
    """Told: why."""
    reply = reply_again(scene, until_at=scene.at)
    soon = soon_before(scene, reply) if reply else None
    contact = contact_again(scene, until_at=scene.at)
    return Resumed(why=scene.told["why"], reply=reply, soon=soon, contact=contact)


def _more(scene: Scene, days: int) -> Span:
    """So many days more, of the sort the limit is counted in; of one in hours, working days."""
    span = Span.parse(scene.state.marks["reply"].basis["span"])
    return Span(days, span.unit if span.by_day else "wd")
