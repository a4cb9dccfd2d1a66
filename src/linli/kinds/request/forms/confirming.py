"""Forms of what a resident answers to a reply, at the counter and to the desk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.request.choices import confirming as choices
from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class RateForm(StepForm):
    solved = fields.choice(_("Is it solved?"), choices.SOLVED, widget=forms.RadioSelect)
    satisfaction = fields.choice(_("How satisfied are you?"), choices.SATISFACTION, widget=forms.RadioSelect)
    reason = fields.choice(_("If you are not content: mainly why?"), choices.ANSWER_REASONS, required=False)
    said = fields.text(_("What else should be known"), rows=2, most=2000)


class AskRedoForm(StepForm):
    why = fields.text(_("What is still not solved"), required=True, most=2000)


class OrderRedoForm(StepForm):
    why = fields.text(_("What has to be done again"), required=True, rows=2)


class TakeBackForm(StepForm):
    why = fields.text(_("Why, if you like to say"), rows=2, most=2000)


class WithdrawForm(StepForm):
    why = fields.text(_("What the resident said"), required=True, rows=2)
