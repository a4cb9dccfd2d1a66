"""Forms of what the desk decides at intake."""

from typing import ClassVar

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
