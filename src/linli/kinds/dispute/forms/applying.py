"""The application for mediation that a resident fills in at the counter."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.types import types
from linli.matters.fields import CellField, PhoneField
from linli.matters.pointing import PointField
from linli.matters.steps import StepForm


class ApplyForMediationForm(StepForm):
    photos = 3

    category = types()
    title = fields.line(
        _("In a few words"), required=True, most=60, help_text=_("What it is about, not who: no names here.")
    )
    story = fields.text(_("What happened"), required=True, rows=6, most=4000)
    requests = fields.text(_("What you would like to come of it"), rows=2, most=1000)
    place = fields.line(_("Where it happened"), help_text=_("Street, building, or what one sees there."))
    cell = CellField(label=_("Grid cell"), required=False)
    point = PointField(label=_("On the map"))
    name = fields.line(_("Your name"), required=True, most=60, help_text=_("The mediators call you by it."))
    phone = PhoneField(label=_("Your telephone"), help_text=_("To arrange the first talk. It is kept encrypted."))
    other = fields.line(_("Who the other side is"), most=60, help_text=_("May stay empty, if you do not know it yet."))
