"""Handing a case over as a matter of another kind: what was taken for an offence is a dispute, or a request."""

from linli.ground.text import msg
from linli.kinds.case.commands.told import AT_WORK
from linli.kinds.case.course import URGENT
from linli.kinds.case.facts.converting import Converted
from linli.matters.command import Decision, Scene, command
from linli.matters.converting import ConvertForm, handed_over


@command(msg("Hand over as another matter"), act="approve", form=ConvertForm, stages=AT_WORK, weight="end")
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell, urgent."""
    urgent = URGENT in scene.state.flags
    return handed_over(scene, lambda kind, number: Converted(kind, number, scene.told["why"]), urgent=urgent)
