"""The form that gives a part of a request to another unit."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.request.forms import fields
from linli.matters.fields import UnitField
from linli.matters.steps import StepForm


class SplitForm(StepForm):
    to_unit = UnitField(label=_("Unit that answers for the part"))
    title = fields.line(_("Title of the part"), required=True, most=60, help_text=_("In a few words, without names."))
    task = fields.text(
        _("What that unit is to do"),
        required=True,
        help_text=_("In your own words; nothing of what the resident said or left is passed on."),
    )
    why = fields.line(_("Why that unit, where the catalogue does not say so"))
