"""Forms of judicial confirmation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class ApplyConfirmationForm(StepForm):
    applied_on = fields.day(_("Applied on"))
    court = fields.line(_("Court"), required=True)
    jointly = fields.yes_no(_("Do all sides apply jointly?"))
    bars = fields.several(
        _("What stands against it"), choices.BARS, help_text=_("Tick whatever holds: the court would not confirm.")
    )
    about_property = forms.BooleanField(label=_("The agreement is about property"), required=False)
    papers = fields.several(_("Papers at hand"), choices.PAPERS)
    note = fields.line(_("Remark"))
    today_fields = ("applied_on",)


class ConfirmationResultForm(StepForm):
    confirmation_result = fields.choice(_("Answer of the court"), choices.CONFIRMATION_RESULTS)
    decided_on = fields.day(_("Decided on"))
    document = fields.line(_("Number of the ruling"))
    today_fields = ("decided_on",)
