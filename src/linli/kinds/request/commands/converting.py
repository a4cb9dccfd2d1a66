"""Handing a request over as a matter of another kind: what was asked for is a dispute, or a case."""

from dataclasses import replace

from linli.ground.text import msg
from linli.kinds.request import joined
from linli.kinds.request.commands import guards
from linli.kinds.request.facts.converting import Converted
from linli.matters.command import Decision, Scene, command
from linli.matters.converting import ConvertForm, handed_over
from linli.matters.state import DESK

LOOSE = ("handed_in", "accepted", "dispatched", "in_progress")


@command(
    msg("Hand over as another matter"),
    act="assign",
    form=ConvertForm,
    stages=LOOSE,
    guard=guards.open_to_others,
    of=DESK,
    along=joined.others,
    weight="end",
)
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell, urgent.

    Requests that went with it go by themselves again, its parts lapse.
    """
    urgent = "danger" in scene.state.flags
    handed = handed_over(scene, lambda kind, number: Converted(kind, number, scene.told["why"]), urgent=urgent)
    return replace(handed, beside=joined.told_of_end(scene.state, number=scene.number))
