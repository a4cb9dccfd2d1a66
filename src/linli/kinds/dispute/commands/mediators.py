"""Naming mediators, recusal, and the bodies that mediate jointly."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.told import home, key_of, words
from linli.kinds.dispute.facts.mediators import Joined, LeftJoint, MediatorsChanged, MediatorsNamed, Opined, Recused
from linli.kinds.dispute.forms.mediating import (
    ChangeMediatorForm,
    JoinForm,
    LeaveJointForm,
    NameMediatorForm,
    OpineForm,
    RecuseForm,
)
from linli.matters.command import Refused, Scene, command
from linli.matters.state import CO_HOLDER, HOLDER

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


@command(msg("Recusal"), act="mediate", form=RecuseForm, stages=AT_THE_TABLE, guard=guards.mediated, weight="aside")
def recuse(scene: Scene) -> Recused:
    """Told: user (or its id), why."""
    user = key_of(scene.told["user"])
    if user not in _mediating(scene):
        raise Refused(_("That person does not mediate here. Choose one of the mediators."))
    return Recused(user=user, why=scene.told["why"])


@command(
    msg("Call in another body"),
    act="mediate",
    form=JoinForm,
    stages=AT_THE_TABLE,
    weight="aside",
    hint=msg("Joint mediation: people's, administrative and judicial mediation, departments and society."),
)
def join(scene: Scene) -> Joined:
    """Told: member (a unit), member_kind, note."""
    unit = key_of(scene.told["member"])
    if unit == home(scene.state) or course.member(scene.state, unit):
        raise Refused(_("That body is at the table already."))
    return Joined(unit=unit, member_kind=scene.told["member_kind"], note=words(scene, "note"))


@command(
    msg("Record a body's opinion"),
    act="handle",
    form=OpineForm,
    stages=AT_THE_TABLE,
    guard=guards.joined,
    weight="aside",
)
def opine(scene: Scene) -> Opined:
    """Told: member (a unit), opinion."""
    return Opined(unit=_member(scene), opinion=scene.told["opinion"])


@command(
    msg("Let a body leave"),
    act="mediate",
    form=LeaveJointForm,
    stages=AT_THE_TABLE,
    guard=guards.joined,
    weight="aside",
)
def leave_joint(scene: Scene) -> LeftJoint:
    """Told: member (a unit), why."""
    return LeftJoint(unit=_member(scene), why=words(scene, "why"))


def _named(scene: Scene) -> tuple[int, ...]:
    told = [scene.told.get(name) for name in ("mediator", "second", "third")]
    users = [key_of(user) for user in told if user]
    if len(set(users)) < len(users):
        raise Refused(_("One mediator is named twice. Name each only once."))
    if set(users) & set(scene.state.data["recused_users"]):
        raise Refused(_("One of them was recused in this matter. Name somebody else."))
    return tuple(users)


def _mediating(scene: Scene) -> list[int | None]:
    return [duty.user for role in (HOLDER, CO_HOLDER) for duty in scene.state.holders(role)]


def _member(scene: Scene) -> int:
    unit = key_of(scene.told["member"])
    if course.member(scene.state, unit) is None:
        raise Refused(_("That body is not at the table. Choose one of the list."))
    return unit
