"""Adding who reported the incident."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands.opening import complainant
from linli.kinds.case.commands.told import AT_WORK
from linli.kinds.case.facts.complainants import ComplainantAdded
from linli.kinds.case.forms.complainants import AddComplainantForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words


@command(msg("Add a complainant"), act="record", form=AddComplainantForm, stages=AT_WORK, weight="aside")
def add_complainant(scene: Scene) -> ComplainantAdded:
    """Told: name, phone, address; at least one of them."""
    if not any(words(scene, name) for name in ("name", "phone", "address")):
        raise Refused(_("Nothing was filled in. Put in a name or a way to reach the complainant, or leave it out."))
    return complainant(scene, number=len(scene.state.data["complainants"]) + 1)
