"""Handing a dispute over as a matter of another kind."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands.told import home
from linli.kinds.dispute.facts.converting import Converted
from linli.kinds.dispute.forms.ending import ConvertForm
from linli.matters.command import Decision, Opening, Refused, Scene, command
from linli.matters.kind import kinds


@command(
    msg("Hand over as another matter"),
    act="approve",
    form=ConvertForm,
    stages=("registered", "accepted", "mediating", "paused", "agreed", "terminated"),
    weight="end",
)
def convert(scene: Scene) -> Decision:
    """Told: to_kind, title, text, why. The new matter is told unit, number, title, text, cell."""
    takers = {kind.name: kind for kind in kinds() if kind.taking_over and kind.name != scene.state.kind}
    if not takers:
        raise Refused(
            _("No kind of matter that could take it over is installed here. End the mediation and report it instead.")
        )
    if scene.told["to_kind"] not in takers:
        raise Refused(_("That kind of matter cannot take it over. Choose one of the list."))
    kind = takers[scene.told["to_kind"]]
    number = scene.reserve(kind.name)
    handed = {
        "unit": home(scene.state),
        "number": scene.number,
        "title": scene.told["title"],
        "text": scene.told["text"],
        "cell": scene.state.cell,
    }
    fact = Converted(to_kind=kind.name, to_number=number, why=scene.told["why"])
    return Decision(facts=(fact,), opening=Opening(kind.name, number, handed))
