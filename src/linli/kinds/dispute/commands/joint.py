"""The bodies that mediate jointly: called in, and let go."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.mediators import AT_THE_TABLE
from linli.kinds.dispute.facts.joint import Joined, LeftJoint
from linli.kinds.dispute.forms.joint import JoinForm, LeaveJointForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import home, key_of, words


@command(
    msg("Call in another body"),
    act="mediate",
    form=JoinForm,
    stages=AT_THE_TABLE,
    weight="aside",
    hint=msg("Joint mediation: people's, administrative and judicial mediation, departments and society."),
)
def join(scene: Scene) -> Joined:
    """Told: member (a unit), member_kind, note."""
    unit = key_of(scene.told["member"])
    if unit == home(scene.state) or course.member(scene.state, unit):
        raise Refused(_("That body is at the table already."))
    return Joined(unit=unit, member_kind=scene.told["member_kind"], note=words(scene, "note"))


@command(
    msg("Let a body leave"),
    act="mediate",
    form=LeaveJointForm,
    stages=AT_THE_TABLE,
    guard=guards.joined,
    weight="aside",
)
def leave_joint(scene: Scene) -> LeftJoint:
    """Told: member (a unit), why."""
    return LeftJoint(unit=member_told(scene), why=words(scene, "why"))


def member_told(scene: Scene) -> int:
    unit = key_of(scene.told["member"])
    if course.member(scene.state, unit) is None:
        raise Refused(_("That body is not at the table. Choose one of the list."))
    return unit
