"""Forms that put a party right or take it out."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.numbered import numbered
from linli.matters.fields import PhoneField
from linli.matters.steps import StepForm


class CorrectPartyForm(StepForm):
    number = fields.number(_("Which party"))
    name = fields.line(_("Name"), most=60, help_text=_("What is left empty stays as it is."))
    phone = PhoneField(label=_("Telephone"))
    address = fields.line(_("Address"))
    why = fields.line(_("Why"))

    def narrow(self) -> None:
        self.offer("number", numbered(self))


class RemovePartyForm(StepForm):
    number = fields.number(_("Which party"))
    why = fields.line(_("Why"), required=True)

    def narrow(self) -> None:
        self.offer("number", numbered(self))
