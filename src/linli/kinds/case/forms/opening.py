"""The form that accepts an incident."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from linli.kinds.case import choices
from linli.kinds.case.forms import fields
from linli.matters.fields import CellField, MoneyField, PhoneField
from linli.matters.steps import StepForm


class AcceptForm(StepForm):
    """What, when and where come first; how, and what was lost, where known. No field for who may have done it."""

    folded: ClassVar[tuple[str, ...]] = ("method", "loss_fen", "address")

    title = fields.line(_("Title"), required=True, most=60, help_text=_("In a few words, without names."))
    category = fields.categories()
    occurred_from = fields.moment(_("Happened from"))
    occurred_until = fields.moment(
        _("Happened until"), required=False, help_text=_("Leave blank when it was a single moment.")
    )
    place = fields.line(_("Where it happened"))
    cell = CellField(label=_("Grid cell"), required=False)
    story = fields.text(
        _("Facts of the incident"),
        required=True,
        rows=4,
        help_text=_("Without names; nothing about who may have done it."),
    )
    source = fields.choice(_("How it came"), choices.TOLD_SOURCES)
    name = fields.line(_("Complainant"), most=60)
    phone = PhoneField(label=_("Telephone"))
    address = fields.line(_("Address"))
    method = fields.text(_("How it was done"), rows=2, help_text=_("Way in, tools, pretext, what was taken."))
    loss_fen = MoneyField(label=_("Loss in yuan"), required=False)
