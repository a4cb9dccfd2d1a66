"""Forms of what was not performed, and of urging a side."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.performance import OfInstalmentForm, named, open_ones
from linli.matters.steps import StepForm


class DefaultForm(OfInstalmentForm):
    finding = fields.text(_("What was found"), required=True, rows=2)
    step = fields.text(_("What is done now"), required=True, rows=2)

    def narrow(self) -> None:
        rows = course.instalments(self.scene.state)
        self.offer("number", named(rows) if self.scene.state.stage == "performed" else open_ones(self))


class UrgePerformanceForm(StepForm):
    by_side = fields.choice(_("Side that is urged"), choices.SIDES)
    text = fields.text(_("How, and what was answered"), required=True, rows=2)

    def narrow(self) -> None:
        self.offer("by_side", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])
