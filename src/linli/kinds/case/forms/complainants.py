"""The form of who reported the incident."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.matters.fields import PhoneField
from linli.matters.steps import StepForm


class AddComplainantForm(StepForm):
    name = fields.line(_("Complainant"), most=60)
    phone = PhoneField(label=_("Telephone"))
    address = fields.line(_("Address"))
