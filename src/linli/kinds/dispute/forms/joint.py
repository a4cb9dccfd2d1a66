"""Forms of the bodies that mediate jointly."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.fields import UnitField
from linli.matters.steps import StepForm
from linli.place.models import Unit


class JoinForm(StepForm):
    member = UnitField(label=_("Body that joins"))
    member_kind = fields.choice(_("Takes part as"), choices.MEMBER_KINDS)
    note = fields.line(_("Remark"))


class OfMemberForm(StepForm):
    """A form about one of the member bodies."""

    member = fields.number(_("Member body"))

    def narrow(self) -> None:
        units = [row["unit"] for row in course.members(self.scene.state)]
        self.offer("member", [(unit.pk, unit.label) for unit in Unit.objects.filter(pk__in=units)])


class OpineForm(OfMemberForm):
    opinion = fields.text(_("Opinion"), required=True)


class LeaveJointForm(OfMemberForm):
    why = fields.line(_("Why"))
