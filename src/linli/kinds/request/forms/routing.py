"""Forms that send a request to the unit that handles it."""

from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.kinds.request import choices
from linli.kinds.request.catalogue import assisting, entries_now, leading
from linli.kinds.request.forms import fields
from linli.matters.fields import UnitField
from linli.matters.steps import StepForm

ASSISTING = ("assisting_1", "assisting_2", "assisting_3")


class SendingForm(StepForm):
    """The unit that leads and up to three that assist."""

    folded: ClassVar[tuple[str, ...]] = ASSISTING

    to_unit = UnitField(label=_("Unit that leads"))
    why = fields.text(
        _("Why there"), rows=2, help_text=_("Needed where the dispatch catalogue names another unit, or none.")
    )
    task = fields.text(
        _("What the unit is to do"), rows=3, help_text=_("Needed for a confidential request: without who asked.")
    )
    assisting_1 = UnitField(label=_("Assisting unit"), required=False)
    assisting_2 = UnitField(label=_("Second assisting unit"), required=False)
    assisting_3 = UnitField(label=_("Third assisting unit"), required=False)

    def narrow(self) -> None:
        """The catalogue proposes; whoever dispatches decides."""
        entries = entries_now(self.scene)
        if lead := leading(entries):
            self.fields["to_unit"].initial = lead.unit_id
            self.fields["to_unit"].help_text = gettext("By entry {entry} of the dispatch catalogue: {basis}").format(
                entry=lead.pk, basis=lead.basis
            )
        for name, unit in zip(ASSISTING, assisting(entries), strict=False):
            self.fields[name].initial = unit

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        told["assisting"] = tuple(unit for name in ASSISTING if (unit := told.get(name)))
        return told


class DispatchForm(SendingForm):
    """To the unit that the catalogue names, or to another with a reason."""


class ReDispatchForm(SendingForm):
    """To another unit at once."""


class DesignateForm(SendingForm):
    """This unit or another one, for good."""

    def narrow(self) -> None:
        super().narrow()
        self.fields["why"].required = True


class SendBackForm(StepForm):
    return_ground = fields.choice(_("Ground of the return"), choices.RETURN_GROUNDS)
    why = fields.text(_("Why, and which unit is in charge"), required=True)


class UpholdReturnForm(StepForm):
    note = fields.text(_("Remark"), rows=2)
