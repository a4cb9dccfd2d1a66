"""Adding a party to a dispute."""

from dataclasses import replace

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands.stages import OPEN
from linli.kinds.dispute.facts.parties import PartyAdded
from linli.kinds.dispute.forms.parties import AddPartyForm
from linli.matters.command import Refused, Scene, command


@command(msg("Add a party"), act="record", form=AddPartyForm, stages=OPEN, weight="aside")
def add_party(scene: Scene) -> PartyAdded:
    """Told: side, name, and perhaps party_sort, party_role, phone, address, acts_for, powers, relation."""
    acts_for = int(scene.told.get("acts_for") or 0)
    if acts_for and course.party(scene.state, acts_for) is None:
        raise Refused(_("That party is no longer in the matter. Choose one of the list."))
    joining = added(dict(scene.told), number=len(scene.state.data["parties"]) + 1)
    agreed = course.consents(scene.state).get(joining.side, {}).get("agreed", False)
    return replace(joining, unasked=agreed and joining.party_role == "party")


def added(row: dict[str, str | int], *, number: int) -> PartyAdded:
    """The next party, from a row of the form."""
    return PartyAdded(
        number=number,
        side=str(row["side"]),
        party_sort=str(row.get("party_sort") or "person"),
        party_role=str(row.get("party_role") or "party"),
        name=str(row["name"]),
        phone=str(row.get("phone") or ""),
        address=str(row.get("address") or ""),
        acts_for=int(row.get("acts_for") or 0),
        powers=str(row.get("powers") or ""),
        relation=str(row.get("relation") or ""),
    )
