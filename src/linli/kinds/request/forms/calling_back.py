"""Forms of the call-back: reached, tried in vain, or not to be made."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.request.choices import confirming as choices
from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class CallBackForm(StepForm):
    contacted = fields.choice(_("Had the unit been in touch?"), choices.YES_NO, widget=forms.RadioSelect)
    solved = fields.choice(_("Is it solved?"), choices.SOLVED, widget=forms.RadioSelect)
    satisfaction = fields.choice(_("How satisfied is the resident?"), choices.SATISFACTION, widget=forms.RadioSelect)
    reason = fields.choice(_("Main reason, if not content"), choices.ANSWER_REASONS, required=False)
    said = fields.text(_("In the resident's words"), rows=2)


class NotReachedForm(StepForm):
    tried_by = fields.choice(_("How it was tried"), choices.TRIED_BY)
    note = fields.line(_("Remark"))


class WaiveCallBackForm(StepForm):
    waive_ground = fields.choice(_("Why nobody is asked"), choices.WAIVE_GROUNDS)
    why = fields.text(_("Remark"), rows=2)
