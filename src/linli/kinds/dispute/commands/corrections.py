"""Putting a party right, and taking a party out."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.stages import OPEN
from linli.kinds.dispute.facts.corrections import PartyCorrected, PartyRemoved
from linli.kinds.dispute.forms.corrections import CorrectPartyForm, RemovePartyForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words


@command(
    msg("Put a party's details right"),
    act="record",
    form=CorrectPartyForm,
    stages=OPEN,
    guard=guards.some_party,
    weight="aside",
)
def correct_party(scene: Scene) -> PartyCorrected:
    """Told: number; name, phone, address where they change."""
    name, phone, address = words(scene, "name"), words(scene, "phone"), words(scene, "address")
    _refuse_unknown(scene)
    if not (name or phone or address):
        raise Refused(_("Nothing is changed yet. Fill in what was wrong."))
    why = words(scene, "why")
    return PartyCorrected(number=scene.told["number"], name=name, phone=phone, address=address, why=why)


@command(
    msg("Take a party out"),
    act="record",
    form=RemovePartyForm,
    stages=("registered", "accepted", "mediating"),
    guard=guards.some_party,
    weight="aside",
)
def remove_party(scene: Scene) -> PartyRemoved:
    """Told: number, why."""
    _refuse_unknown(scene)
    rest = [row for row in course.parties(scene.state) if row["number"] != scene.told["number"]]
    standing = {row["side"] for row in rest if row["role"] == "party"}
    if scene.state.stage != "registered" and len(standing) < 2:
        raise Refused(_("Only one side would be left. Add the right party first, then take this one out."))
    return PartyRemoved(number=scene.told["number"], why=scene.told["why"])


def _refuse_unknown(scene: Scene) -> None:
    if course.party(scene.state, scene.told["number"]) is None:
        raise Refused(_("That party is no longer in the matter. Choose one of the list."))
