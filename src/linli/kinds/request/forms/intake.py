"""Forms of what the desk decides at intake."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.request import choices
from linli.kinds.request.forms import fields
from linli.matters.fields import UnitField
from linli.matters.steps import StepForm


class AcceptForm(StepForm):
    folded: ClassVar[tuple[str, ...]] = ("reported_unit",)

    urgency = fields.perhaps(_("How urgent it is"), choices.URGENCIES, help_text=_("Left open, it stays as it is."))
    reported_unit = UnitField(
        label=_("Unit that is complained of"),
        required=False,
        help_text=_("Neither it nor any unit below it will get this request."),
    )


class NotAcceptForm(StepForm):
    """Each ground shows the answer that goes with it; another one may be written."""

    refusal_ground = fields.choice(_("Ground of not accepting it"), choices.REFUSAL_GROUNDS, widget=forms.RadioSelect)
    answer = fields.text(
        _("Another answer"), rows=4, help_text=_("Left blank, the resident reads the answer that stands at the ground.")
    )

    def narrow(self) -> None:
        rows = choices.REFUSAL_GROUNDS.items()
        self.offer("refusal_ground", [(code, f"{_(word)} — {_(choices.ANSWERS[code])}") for code, word in rows])


class AnswerNowForm(StepForm):
    text = fields.text(_("Answer"), required=True, rows=5, help_text=_("The resident reads this; no names."))
