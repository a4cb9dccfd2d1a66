"""Handing a request over as a matter of another kind: what was asked for is a dispute, or a case."""

from linli.ground.text import msg
from linli.kinds.request.facts.converting import Converted
from linli.matters.command import Decision, Scene, command
from linli.matters.converting import ConvertForm, handed_over
from linli.matters.state import DESK

LOOSE = ("handed_in", "accepted", "dispatched", "in_progress")


@command(msg("Hand over as another matter"), act="assign", form=ConvertForm, stages=LOOSE, of=DESK, weight="end")
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell, urgent."""
    urgent = "danger" in scene.state.flags
    return handed_over(scene, lambda kind, number: Converted(kind, number, scene.told["why"]), urgent=urgent)
