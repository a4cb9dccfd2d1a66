"""More time for an administrative case."""

from linli.ground.text import msg
from linli.kinds.case.commands import guards
from linli.kinds.case.commands.decisions import refuse_own
from linli.kinds.case.commands.limit import limit_extended, refuse_when_over
from linli.kinds.case.commands.told import AT_WORK, decision, waiting
from linli.kinds.case.facts.extension import ExtensionApproved, ExtensionAsked, ExtensionRefused
from linli.kinds.case.forms.extension import ApproveExtensionForm, AskExtensionForm, RefuseExtensionForm
from linli.matters.command import Scene, command
from linli.matters.told import words


@command(
    msg("Ask for more time"),
    act="investigate",
    form=AskExtensionForm,
    stages=AT_WORK,
    guard=guards.extendable,
    weight="aside",
    hint=msg("Only once, before the limit runs out; the next higher organ approves."),
)
def ask_extension(scene: Scene) -> ExtensionAsked:
    """Told: why."""
    refuse_when_over(scene)
    return ExtensionAsked(why=scene.told["why"], awaiting=waiting(scene), decision=decision(scene))


@command(msg("Approve more time"), act="approve", form=ApproveExtensionForm, stages=AT_WORK, guard=guards.asked)
def approve_extension(scene: Scene) -> ExtensionApproved:
    """Told: perhaps document (number of the approval)."""
    refuse_own(scene, scene.state.data["extension"])
    return ExtensionApproved(limit=limit_extended(scene), document=words(scene, "document"))


@command(msg("Refuse more time"), act="approve", form=RefuseExtensionForm, stages=AT_WORK, guard=guards.asked)
def refuse_extension(scene: Scene) -> ExtensionRefused:
    """Told: why."""
    refuse_own(scene, scene.state.data["extension"])
    return ExtensionRefused(why=scene.told["why"])
