"""A mediator who steps back, or is asked to."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.mediators import AT_THE_TABLE
from linli.kinds.dispute.facts.mediators import Recused
from linli.kinds.dispute.forms.mediators import RecuseForm
from linli.matters.command import Refused, Scene, command
from linli.matters.state import CO_HOLDER, HOLDER
from linli.matters.told import key_of


@command(msg("Recusal"), act="mediate", form=RecuseForm, stages=AT_THE_TABLE, guard=guards.mediated, weight="aside")
def recuse(scene: Scene) -> Recused:
    """Told: user (or its id), why."""
    user = key_of(scene.told["user"])
    if user not in _mediating(scene):
        raise Refused(_("That person does not mediate here. Choose one of the mediators."))
    return Recused(user=user, why=scene.told["why"])


def _mediating(scene: Scene) -> list[int | None]:
    return [duty.user for role in (HOLDER, CO_HOLDER) for duty in scene.state.holders(role)]
