"""Forms of what stands apart from a session: undisputed facts and concessions."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class NoteUndisputedForm(StepForm):
    undisputed = fields.text(_("Facts that all sides accept"), required=True)


class NoteConcessionForm(StepForm):
    side = fields.choice(_("Concession made by"), choices.SIDES)
    concession = fields.text(_("Concession"), required=True)

    def narrow(self) -> None:
        self.offer("side", [(side, _(choices.SIDES[side])) for side in course.sides(self.scene.state)])
