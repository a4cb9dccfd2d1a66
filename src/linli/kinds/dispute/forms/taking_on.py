"""Forms that take a dispute on, or decline it."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class AcceptForm(StepForm):
    note = fields.text(_("Remark"), rows=2)


class DeclineForm(StepForm):
    decline_reason = fields.choice(_("Reason"), choices.DECLINE_REASONS)
    told = fields.text(_("Where to turn, as it was told"), required=True)
