"""The form of a session and its record."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.numbered import numbered
from linli.matters.steps import StepForm
from linli.place.models import Unit


class HoldSessionForm(StepForm):
    folded: ClassVar[tuple[str, ...]] = ("others", "members", "next_at", "undisputed", "concession_side", "concession")
    held_at = forms.DateTimeField(label=_("Session began at"))
    ends_at = forms.DateTimeField(label=_("Session ended at"), required=False)
    place = fields.line(_("Place of the session"), required=True)
    parties = fields.numbers(
        _("Parties present"),
        required=True,
        error_messages={"required": _("Tick who was there. When nobody came, write a note instead.")},
    )
    members = fields.numbers(_("Bodies present"))
    others = fields.line(_("Others present"))
    public = forms.BooleanField(label=_("Held in public"), required=False)
    rights_told = forms.BooleanField(label=_("Rights and duties were told"), required=False)
    record = fields.text(_("Record of the session"), required=True, rows=6)
    session_outcome = fields.choice(_("Result of the session"), choices.SESSION_OUTCOMES)
    next_at = forms.DateTimeField(label=_("Next session"), required=False)
    undisputed = fields.text(_("Facts that all sides accept"), rows=2)
    concession_side = fields.perhaps(_("Concession made by"), choices.SIDES)
    concession = fields.text(
        _("Concession"), rows=2, help_text=_("Kept apart under seal; it may never be used against who made it.")
    )

    def narrow(self) -> None:
        units = [row["unit"] for row in course.members(self.scene.state)]
        self.offer("parties", numbered(self))
        self.offer("members", [(unit.pk, unit.label) for unit in Unit.objects.filter(pk__in=units)])
        self.fields["held_at"].initial = self.scene.at
