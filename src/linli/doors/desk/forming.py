"""The small forms around the office's own forms: keeping a new one, and for whom and when one is filled."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.doors.desk.gate import Visit
from linli.ground.clock import day_of
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.fields import UnitField
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.kept_fillings import refuse_beyond
from linli.reports.models import OwnForm
from linli.reports.own_forms import KEEP, SEE, TITLE
from linli.tally.periods import BadPeriod, Period, month_of, period_named

XLSX = ".xlsx"
NOT_CHOSEN = _("No file is chosen yet. Choose the .xlsx file of the form.")


class KeepForm(forms.Form):
    """A form that is to be kept: its name, whose it is, and the file."""

    title = forms.CharField(label=_("Name of the form"), max_length=TITLE)
    unit = UnitField(label=_("Kept for this unit and all below it"))
    file = forms.FileField(
        label=_("Excel file (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": XLSX}),
        error_messages={"required": NOT_CHOSEN},
        help_text=_(
            "The empty form as the upper level sent it; its formulas, colours and text boxes stay as they are."
        ),
    )

    def __init__(self, *args: Any, who: Viewer, **more: Any) -> None:
        super().__init__(*args, **more)
        self.who = who
        self.fields["unit"].widget.attrs["data-look-up"] = "own-units"

    def clean_unit(self) -> Unit:
        unit: Unit = self.cleaned_data["unit"]
        if access.posting_at(self.who, KEEP, unit) is None:
            raise ValidationError(gettext("You keep no forms of that unit. Choose your own unit or one below it."))
        return unit


class RenewForm(forms.Form):
    """Another file for a form that is there."""

    file = forms.FileField(
        label=_("New file for this form (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": XLSX}),
        error_messages={"required": NOT_CHOSEN},
    )


class ForForm(forms.Form):
    """For which unit and period a form is filled."""

    unit = UnitField(label=_("Unit and all below it"))
    period = forms.CharField(
        label=_("Period"), max_length=32, help_text=_("2026-05 is a month, 2026-Q2 a quarter, 2026 a year.")
    )

    def __init__(self, *args: Any, who: Viewer, own: OwnForm, **more: Any) -> None:
        super().__init__(*args, **more)
        self.who, self.own = who, own
        self.fields["unit"].widget.attrs["data-look-up"] = "own-units"

    def clean_unit(self) -> Unit:
        unit: Unit = self.cleaned_data["unit"]
        if access.posting_at(self.who, SEE, unit) is None:
            raise ValidationError(gettext("You see no matters of that unit. Choose your own unit or one below it."))
        try:
            refuse_beyond(self.own, unit)
        except Refused as error:
            raise ValidationError(str(error)) from error
        return unit

    def clean_period(self) -> Period:
        try:
            return period_named(self.cleaned_data["period"])
        except BadPeriod as error:
            raise ValidationError(str(error)) from error


def usual_for(visit: Visit, form: OwnForm) -> dict[str, Any]:
    """One's own unit within that of the form, and the month that is over."""
    posts = visit.who.posts_for(SEE)
    within = next((post.unit_id for post in posts if post.path[form.unit.level - 1] == form.unit_id), form.unit_id)
    return {"unit": Unit.objects.get(pk=within), "period": month_over(visit).name}


def month_over(visit: Visit) -> Period:
    today = day_of(visit.at, zone=calendar().zone)
    return month_of(today.replace(day=1) - timedelta(days=1))
