"""The opinion of a body that mediates jointly."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.joint import member_told
from linli.kinds.dispute.commands.mediators import AT_THE_TABLE
from linli.kinds.dispute.facts.joint import Opined
from linli.kinds.dispute.forms.joint import OpineForm
from linli.matters.command import Scene, command


@command(
    msg("Record a body's opinion"),
    act="handle",
    form=OpineForm,
    stages=AT_THE_TABLE,
    guard=guards.joined,
    weight="aside",
)
def opine(scene: Scene) -> Opined:
    """Told: member (a unit), opinion."""
    return Opined(unit=member_told(scene), opinion=scene.told["opinion"])
