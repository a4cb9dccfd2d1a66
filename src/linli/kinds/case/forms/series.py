"""Forms that link a case into a series and take it out."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.case.forms import fields
from linli.matters.steps import StepForm


class LinkSeriesForm(StepForm):
    other = fields.line(
        _("Number of the other case or of the series"), required=True, most=32, help_text="AJ-2026-000001, CB-2026-0001"
    )
    why = fields.text(_("What they have in common"), required=True, rows=2)

    def clean_other(self) -> str:
        return str(self.cleaned_data["other"]).strip().upper()


class UnlinkSeriesForm(StepForm):
    why = fields.text(_("Why"), required=True, rows=2)
