"""Forms of what came of a case: reported, approved, sent back."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case import choices
from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class ReportResultForm(StepForm):
    result = fields.choice(_("Result"), choices.RESULTS)
    solved_on = fields.day(_("Solved on"), required=False, help_text=_("Needed when it is solved."))
    to_whom = fields.line(_("Transferred to"), help_text=_("Needed when it is transferred: the body, not a person."))
    report = fields.text(_("Report"), required=True)


class ApproveResultForm(StepForm):
    note = fields.text(_("Remark"), rows=2)


class SendBackForm(StepForm):
    why = fields.text(_("What is still to be done"), required=True, rows=2)
