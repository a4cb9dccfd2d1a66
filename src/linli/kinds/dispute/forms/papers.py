"""The form that records how a court got its papers back."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class ReturnPapersForm(StepForm):
    returned_on = fields.day(_("Papers returned on"))
    note = fields.line(_("Remark"))
    today_fields = ("returned_on",)
