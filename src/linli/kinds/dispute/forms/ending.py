"""Forms of the end of a dispute, and of its return."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class TerminateForm(StepForm):
    termination_reason = fields.choice(_("Reason"), choices.TERMINATION_REASONS)
    ways = fields.several(_("Other lawful ways that were told"), choices.WAYS)
    told = fields.text(_("How it was put"))


class VisitForm(StepForm):
    visited_on = fields.day(_("Visited on"))
    performance_found = fields.choice(_("Performance found"), choices.FOUND)
    satisfaction = fields.choice(_("Satisfaction"), choices.SATISFACTION)
    escalation = fields.yes_no(_("Are there signs that it flares up again?"), initial="no")
    findings = fields.text(_("Findings"), required=True)
    today_fields = ("visited_on",)


class CloseForm(StepForm):
    note = fields.text(_("Remark"), rows=2)


class ReopenForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
