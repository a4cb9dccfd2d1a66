"""Forms of who handles a request."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.request import choices
from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class ReplyForm(StepForm):
    result = fields.choice(_("Result of the handling"), choices.TOLD_RESULTS)
    text = fields.text(_("Answer"), required=True, rows=5, help_text=_("The resident reads this; no names."))
    measures = fields.text(_("What was done"), required=True, rows=3, help_text=_("For colleagues."))
    legal_basis = fields.line(_("Legal basis"))


class ContactForm(StepForm):
    contact_way = fields.choice(_("How the resident was contacted"), choices.CONTACT_WAYS)
    note = fields.text(_("Remark"), rows=2)


class ProgressForm(StepForm):
    text = fields.text(_("What was done"), required=True, help_text=_("The resident reads this; no names."))
