"""Forms that say who is in charge, and which unit answers for it."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute.forms import fields
from linli.matters.fields import UnitField, UserField
from linli.matters.steps import StepForm


class AssignForm(StepForm):
    leader = UserField(label=_("Leader in charge"), act="approve", required=False)
    team_lead = UserField(label=_("Head of the team"), act="mediate", required=False)


class HandToForm(StepForm):
    to_unit = UnitField(label=_("Unit that takes it on"))
    why = fields.line(_("Why"), required=True)
