"""Forms of more time, and of a clock that stands still."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm

MOST = 60


class AskExtensionForm(StepForm):
    days = forms.IntegerField(label=_("Days more"), min_value=1, max_value=MOST)
    why = fields.text(_("Why it takes longer"), required=True)
    legal_basis = fields.line(_("Legal basis"), required=True)


class GrantExtensionForm(StepForm):
    days = forms.IntegerField(label=_("Days more"), min_value=1, max_value=MOST)
    note = fields.text(_("Remark"), rows=2)

    def narrow(self) -> None:
        asked = self.scene.state.data["extension"]
        self.fields["days"].initial = asked["days"] if asked else None


class RefuseExtensionForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)


class SuspendForm(StepForm):
    why = fields.text(_("Why it has to wait"), required=True, help_text=_("The resident reads this; no names."))


class ResumeForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
