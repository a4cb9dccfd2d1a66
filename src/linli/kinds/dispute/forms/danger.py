"""The form of the danger check."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.matters.steps import StepForm


class AssessForm(StepForm):
    """Seven questions; each must be answered."""

    steps = fields.text(
        _("What was done at once"), help_text=_("Needed when any answer is yes: who was kept apart, who was called.")
    )
    field_order = (*choices.QUESTIONS, "steps")

    def narrow(self) -> None:
        for code, question in choices.QUESTIONS.items():
            self.fields[code] = fields.yes_no(_(question))
        self.order_fields(self.field_order)
