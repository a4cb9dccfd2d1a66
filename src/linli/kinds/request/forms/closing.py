"""Forms that close a request, lay it aside, take it up and open it again."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class CloseForm(StepForm):
    note = fields.text(_("Remark"), rows=2)


class ParkForm(StepForm):
    why = fields.text(_("Why it cannot be solved now"), required=True, help_text=_("The resident reads this."))
    review_on = fields.day(_("Looked at again on"))


class TakeUpForm(StepForm):
    why = fields.text(_("What has changed"), required=True, rows=2)


class ReopenForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
