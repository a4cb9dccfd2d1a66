"""Giving more time."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import choices, course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.limit import limit_again, limit_is_over
from linli.kinds.dispute.commands.stages import UNDER_WAY
from linli.kinds.dispute.facts.extension import Extended
from linli.kinds.dispute.forms.clock import ExtendForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words


@command(
    msg("More time"),
    act="mediate",
    form=ExtendForm,
    stages=UNDER_WAY,
    guard=guards.willing,
    weight="aside",
    hint=msg("All sides must agree, before the limit runs out."),
)
def extend(scene: Scene) -> Extended:
    """Told: days, sides (those that agreed), why."""
    missing = [side for side in course.sides(scene.state) if side not in scene.told["sides"]]
    if missing:
        names = _(", ").join(_(choices.SIDES[side]) for side in missing)
        raise Refused(_("More time needs the consent of every side; still to be asked: {sides}.").format(sides=names))
    if limit_is_over(scene):
        raise Refused(_("The limit has run out and can no longer be extended. Settle it, or end the mediation."))
    limit = limit_again(scene, days=scene.told["days"])
    sides = tuple(course.sides(scene.state))
    return Extended(days=scene.told["days"], sides=sides, limit=limit, why=words(scene, "why"))
