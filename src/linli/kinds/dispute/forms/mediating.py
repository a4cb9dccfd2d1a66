"""Forms at the mediation table: mediators, joint members, sessions, the clock."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.fields import DisputeForm
from linli.kinds.dispute.forms.opening import numbered
from linli.matters.fields import UnitField, UserField
from linli.matters.state import CO_HOLDER, HOLDER
from linli.place.models import Unit
from linli.staff.models import User


class NameMediatorForm(DisputeForm):
    mediator = UserField(label=_("Mediator in charge"), act="mediate")
    second = UserField(label=_("Second mediator"), act="mediate", required=False)
    third = UserField(label=_("Third mediator"), act="mediate", required=False)
    note = fields.line(_("Chosen by whom, or why"))


class ChangeMediatorForm(NameMediatorForm):
    note = fields.line(_("Why"), required=True)


class RecuseForm(DisputeForm):
    user = fields.number(_("Mediator"))
    why = fields.line(
        _("Ground of the recusal"), required=True, help_text=_("Near relative, own interest, or asked for by a side.")
    )

    def narrow(self) -> None:
        state = self.scene.state
        users = [duty.user for role in (HOLDER, CO_HOLDER) for duty in state.holders(role) if duty.user]
        self.offer("user", [(user.pk, user.name) for user in User.objects.filter(pk__in=users)])


class JoinForm(DisputeForm):
    member = UnitField(label=_("Body that joins"))
    member_kind = fields.choice(_("Takes part as"), choices.MEMBER_KINDS)
    note = fields.line(_("Remark"))


class OfMemberForm(DisputeForm):
    """A form about one of the member bodies."""

    member = fields.number(_("Member body"))

    def narrow(self) -> None:
        units = [row["unit"] for row in course.members(self.scene.state)]
        self.offer("member", [(unit.pk, unit.label) for unit in Unit.objects.filter(pk__in=units)])


class OpineForm(OfMemberForm):
    opinion = fields.text(_("Opinion"), required=True)


class LeaveJointForm(OfMemberForm):
    why = fields.line(_("Why"))


class HoldSessionForm(DisputeForm):
    folded: ClassVar[tuple[str, ...]] = ("others", "members", "next_at", "undisputed", "concession_side", "concession")
    held_at = forms.DateTimeField(label=_("Session began at"))
    ends_at = forms.DateTimeField(label=_("Session ended at"), required=False)
    place = fields.line(_("Place of the session"), required=True)
    parties = fields.numbers(_("Parties present"))
    members = fields.numbers(_("Bodies present"))
    others = fields.line(_("Others present"))
    public = forms.BooleanField(label=_("Held in public"), required=False)
    rights_told = forms.BooleanField(label=_("Rights and duties were told"), required=False, initial=True)
    record = fields.text(_("Record of the session"), required=True, rows=6)
    session_outcome = fields.choice(_("Result of the session"), choices.SESSION_OUTCOMES)
    next_at = forms.DateTimeField(label=_("Next session"), required=False)
    undisputed = fields.text(_("Facts that all sides accept"), rows=2)
    concession_side = fields.perhaps(_("Concession made by"), choices.SIDES)
    concession = fields.text(
        _("Concession"), rows=2, help_text=_("Kept apart under seal; it may never be used against who made it.")
    )

    def narrow(self) -> None:
        units = [row["unit"] for row in course.members(self.scene.state)]
        self.offer("parties", numbered(self))
        self.offer("members", [(unit.pk, unit.label) for unit in Unit.objects.filter(pk__in=units)])
        self.fields["parties"].initial = [row["number"] for row in course.parties(self.scene.state)]
        self.fields["held_at"].initial = self.scene.at


class NoteUndisputedForm(DisputeForm):
    undisputed = fields.text(_("Facts that all sides accept"), required=True)


class NoteConcessionForm(DisputeForm):
    side = fields.choice(_("Concession made by"), choices.SIDES)
    concession = fields.text(_("Concession"), required=True)

    def narrow(self) -> None:
        self.offer("side", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])


class PauseForm(DisputeForm):
    pause_reason = fields.choice(_("Why"), choices.PAUSE_REASONS)
    why = fields.line(_("By whom, until about when"))


class ResumeForm(DisputeForm):
    note = fields.line(_("What came out of it"))


class ExtendForm(DisputeForm):
    days = forms.IntegerField(label=_("Days more"), min_value=1, max_value=180, initial=30)
    sides = fields.several(_("Sides that agreed"), choices.SIDES, required=True)
    why = fields.line(_("Why"))

    def narrow(self) -> None:
        self.offer("sides", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])
