"""Who is in charge of a dispute, and which unit answers for it."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands.stages import OPEN
from linli.kinds.dispute.facts.routing import Assigned, HandedTo
from linli.kinds.dispute.forms.routing import AssignForm, HandToForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import home, key_of, perhaps_key


@command(msg("Name who is in charge"), act="assign", form=AssignForm, stages=OPEN, weight="aside")
def assign(scene: Scene) -> Assigned:
    """Told: leader, team_lead (users); at least one."""
    leader, team_lead = perhaps_key(scene.told.get("leader")), perhaps_key(scene.told.get("team_lead"))
    if leader is None and team_lead is None:
        raise Refused(_("Name a leader in charge or a head of the team."))
    return Assigned(unit=home(scene.state), leader_user=leader, team_lead_user=team_lead)


@command(
    msg("Hand to another unit"),
    act="assign",
    form=HandToForm,
    stages=("registered", "accepted", "mediating"),
    weight="aside",
)
def hand_to(scene: Scene) -> HandedTo:
    """Told: to_unit, why."""
    unit = key_of(scene.told["to_unit"])
    if unit == home(scene.state):
        raise Refused(_("That unit answers for it already. Choose another one."))
    return HandedTo(from_unit=home(scene.state), unit=unit, why=scene.told["why"])
