"""Forms that let work on a case go on, or open it again."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class ResumeForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)


class ReopenForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
