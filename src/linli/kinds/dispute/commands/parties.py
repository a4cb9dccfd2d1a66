"""The parties of a dispute and their yes or no to mediation."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.opening import added
from linli.kinds.dispute.commands.told import OPEN, words
from linli.kinds.dispute.facts.parties import PartyAdded, PartyCorrected, PartyRemoved
from linli.kinds.dispute.facts.routing import ConsentGiven, ConsentRefused
from linli.kinds.dispute.forms.opening import AddPartyForm, ConsentForm, CorrectPartyForm, RemovePartyForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact


@command(msg("Add a party"), act="record", form=AddPartyForm, stages=OPEN, weight="aside")
def add_party(scene: Scene) -> PartyAdded:
    """Told: side, name, and perhaps party_sort, party_role, phone, address, acts_for, powers, relation."""
    acts_for = int(scene.told.get("acts_for") or 0)
    if acts_for and course.party(scene.state, acts_for) is None:
        raise Refused(_("That party is no longer in the matter. Choose one of the list."))
    return added(dict(scene.told), number=len(scene.state.data["parties"]) + 1)


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


@command(
    msg("Ask for consent"),
    act="record",
    form=ConsentForm,
    stages=("registered", "accepted", "mediating"),
    guard=guards.all_of(guards.some_party, guards.checked),
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
    return ConsentGiven(side=side, rights_told=told, note=words(scene, "note"))


def _refuse_unknown(scene: Scene) -> None:
    if course.party(scene.state, scene.told["number"]) is None:
        raise Refused(_("That party is no longer in the matter. Choose one of the list."))
