"""Taking a dispute on, or declining it."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import today
from linli.kinds.dispute.commands.limit import limit_start, term_of
from linli.kinds.dispute.facts.taking_on import Accepted, Declined
from linli.kinds.dispute.forms.taking_on import AcceptForm, DeclineForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words


@command(msg("Do not take on"), act="record", form=DeclineForm, stages=("registered",), weight="end")
def decline(scene: Scene) -> Declined:
    """Told: decline_reason, told (where to turn)."""
    reason = scene.told["decline_reason"]
    if "danger" in scene.state.flags and reason != "criminal":
        raise Refused(_("Someone may get hurt. Pass it to the police, or make a danger check with every answer no."))
    return Declined(decline_reason=reason, told=scene.told["told"])


@command(
    msg("Take on"),
    act="record",
    form=AcceptForm,
    stages=("registered",),
    guard=guards.all_of(guards.two_sides, guards.checked, guards.nobody_refuses),
    hint=msg("The limit counts from here; for a court's commission from the signed receipt."),
)
def accept(scene: Scene) -> Accepted:
    """Told: note."""
    term, start_at = term_of(scene.state), limit_start(scene)
    limit = scene.date("limit", term, start_at=start_at)
    note, accepted_on = words(scene, "note"), today(scene)
    return Accepted(limit=limit, term=term, start_at=start_at, note=note, accepted_on=accepted_on)
