"""Forms of more time: asked for, approved, refused."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class AskExtensionForm(StepForm):
    why = fields.text(_("Why it is grave or complex"), required=True)


class ApproveExtensionForm(StepForm):
    document = fields.line(_("Number of the approval"), most=60)


class RefuseExtensionForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
