"""What the desk decides at intake."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course
from linli.kinds.request.commands.limit import reply_from_now, soon_before
from linli.kinds.request.commands.units import stands_in
from linli.kinds.request.facts.intake import Accepted
from linli.kinds.request.forms.intake import AcceptForm
from linli.matters.command import Refused, Scene, command
from linli.matters.state import DESK
from linli.matters.told import perhaps_key, words


@command(msg("Accept"), act="assign", form=AcceptForm, stages=("handed_in",), of=DESK)
def accept(scene: Scene) -> Accepted:
    """Told: perhaps urgency, reported_unit (what is left out stays as it is)."""
    data, reported = scene.state.data, perhaps_key(scene.told.get("reported_unit"))
    if reported is not None and stands_in(course.desk(scene.state), reported):
        raise Refused(_("It is a complaint of this very unit. Let a desk above it take it in."))
    urgency = words(scene, "urgency")
    return accepted(scene, sort=data["sort"], urgency=urgency or data["urgency"], reported_unit=reported)


def accepted(
    scene: Scene, *, sort: str, urgency: str, category: str = "", reported_unit: int | None = None
) -> Accepted:
    reply = reply_from_now(scene, sort=sort, urgency=urgency or "ordinary", category=category)
    return Accepted(
        dispatch=scene.date("dispatch", "request.dispatch", category=category),
        reply=reply,
        soon=soon_before(scene, reply),
        urgency=urgency,
        reported_unit=reported_unit,
    )
