"""Naming the mediators and changing them."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.facts.mediators import MediatorsChanged, MediatorsNamed
from linli.kinds.dispute.forms.mediators import ChangeMediatorForm, NameMediatorForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import home, key_of, words

AT_THE_TABLE = ("accepted", "mediating", "paused")


@command(
    msg("Name the mediators"),
    act="assign",
    form=NameMediatorForm,
    stages=AT_THE_TABLE,
    guard=guards.not_mediated,
    hint=msg("The sides may choose; otherwise the committee names one or more."),
)
def name_mediator(scene: Scene) -> MediatorsNamed:
    """Told: mediator, and perhaps second, third (users), note."""
    return MediatorsNamed(unit=home(scene.state), users=_named(scene), note=words(scene, "note"))


@command(
    msg("Change the mediators"),
    act="assign",
    form=ChangeMediatorForm,
    stages=AT_THE_TABLE,
    guard=guards.mediated,
    weight="aside",
)
def change_mediator(scene: Scene) -> MediatorsChanged:
    """Told: mediator, and perhaps second, third (users), note."""
    return MediatorsChanged(unit=home(scene.state), users=_named(scene), note=words(scene, "note"))


def _named(scene: Scene) -> tuple[int, ...]:
    told = [scene.told.get(name) for name in ("mediator", "second", "third")]
    users = [key_of(user) for user in told if user]
    if len(set(users)) < len(users):
        raise Refused(_("One mediator is named twice. Name each only once."))
    if set(users) & set(scene.state.data["recused_users"]):
        raise Refused(_("One of them was recused in this matter. Name somebody else."))
    return tuple(users)
