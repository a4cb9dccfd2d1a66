"""An officer who takes a case on."""

from linli.ground.text import msg
from linli.kinds.case.commands import guards
from linli.kinds.case.commands.told import AT_WORK
from linli.kinds.case.facts.routing import Assigned
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.told import home


@command(
    msg("Take the case on"),
    act="investigate",
    form=NothingToTell,
    stages=AT_WORK,
    guard=guards.no_officer,
    hint=msg("From then on it is yours, and stands under my work."),
)
def take_on(scene: Scene) -> Assigned:
    """Nothing is told: who says it is the officer."""
    return Assigned(unit=home(scene.state), officer_user=scene.by.user_id)
