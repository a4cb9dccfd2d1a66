"""Asking a side for its consent."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import today
from linli.kinds.dispute.facts.consent import ConsentGiven, ConsentRefused
from linli.kinds.dispute.forms.consent import ConsentForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import words


@command(
    msg("Ask for consent"),
    act="record",
    form=ConsentForm,
    stages=("registered", "accepted", "mediating", "paused"),
    guard=guards.all_of(guards.some_party, guards.checked),
    settled=guards.everybody_answered,
    hint=msg("Each side decides freely; mediation is free of charge."),
)
def consent(scene: Scene) -> Fact:
    """Told: side, agreed, rights_told, note."""
    side, told = scene.told["side"], bool(scene.told.get("rights_told"))
    if side not in course.sides(scene.state):
        raise Refused(_("No party stands on that side. Add the party first."))
    if not scene.told["agreed"]:
        return ConsentRefused(side=side, rights_told=told, note=words(scene, "note"))
    if not told:
        raise Refused(_("Tell this side its rights and duties first, then ask for its consent."))
    return ConsentGiven(side=side, rights_told=told, note=words(scene, "note"), given_on=today(scene))
