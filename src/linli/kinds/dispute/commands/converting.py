"""Handing a dispute over as a matter of another kind."""

from linli.ground.text import msg
from linli.kinds.dispute.facts.converting import Converted
from linli.matters.command import Decision, Scene, command
from linli.matters.converting import ConvertForm, handed_over


@command(
    msg("Hand over as another matter"),
    act="approve",
    form=ConvertForm,
    stages=("registered", "accepted", "mediating", "paused", "agreed", "terminated"),
    weight="end",
)
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell, urgent."""
    danger = "danger" in scene.state.flags
    return handed_over(scene, lambda kind, number: Converted(kind, number, scene.told["why"], tied=True), urgent=danger)
