"""Forms that file a case, or say why not."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case import choices
from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class FileForm(StepForm):
    document = fields.line(_("Number of the decision"), required=True, most=60)
    filed_on = fields.day(_("Filed on"))
    today_fields = ("filed_on",)


class DeclineFilingForm(StepForm):
    decline_reason = fields.choice(_("Reason"), choices.DECLINE_REASONS)
    told = fields.text(_("How it was put"), required=True)
