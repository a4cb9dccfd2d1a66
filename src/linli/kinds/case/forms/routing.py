"""Forms that say who answers for a case in person, and which unit does."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.matters.fields import UnitField, UserField
from linli.matters.steps import StepForm


class AssignForm(StepForm):
    officer = UserField(label=_("Officer"), act="investigate", required=False)
    team_lead = UserField(label=_("Team lead"), act="investigate", required=False)
    leader = UserField(label=_("Leader of the station"), act="approve", required=False)


class HandToForm(StepForm):
    to_unit = UnitField(label=_("Unit that takes it on"))
    why = fields.line(_("Why"), required=True)
