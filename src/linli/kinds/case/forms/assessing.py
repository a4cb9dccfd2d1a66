"""Forms that assess a case and record how it goes on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.case import choices
from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class AssessForm(StepForm):
    assessment = fields.choice(_("Assessment"), choices.ASSESSMENTS, widget=forms.RadioSelect)
    assessment_ground = fields.choice(_("Ground"), choices.GROUNDS)
    next_action = fields.text(_("Next action"), required=True, rows=2)


class ProgressForm(StepForm):
    text = fields.text(_("What was done and what came of it"), required=True)
    first_results = forms.BooleanField(label=_("These are first results"), required=False)
