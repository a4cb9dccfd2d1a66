"""Forms of the clock: stopped, let go on, given more time."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class PauseForm(StepForm):
    pause_reason = fields.choice(_("Why"), choices.PAUSE_REASONS)
    why = fields.line(_("By whom, until about when"))


class ResumeForm(StepForm):
    note = fields.line(_("What came out of it"))


class ExtendForm(StepForm):
    days = forms.IntegerField(label=_("Days more"), min_value=1, max_value=180)
    sides = fields.several(_("Sides that agreed"), choices.SIDES, required=True)
    why = fields.line(_("Why"))

    def narrow(self) -> None:
        self.offer("sides", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])
