"""The form that asks a side for its consent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class ConsentForm(StepForm):
    side = fields.choice(_("Side"), choices.SIDES)
    agreed = fields.yes_no(_("Does this side agree to mediation?"))
    rights_told = forms.BooleanField(label=_("Rights and duties were told"), required=False)
    note = fields.text(_("Remark"), rows=2)

    def narrow(self) -> None:
        standing = course.sides(self.scene.state)
        self.offer("side", [(side, _(choices.SIDES[side])) for side in standing])
        answered, unasked = course.consents(self.scene.state), course.unasked(self.scene.state)
        waiting = [side for side in standing if side not in answered or side in unasked]
        self.fields["side"].initial = next(iter(waiting), None)
