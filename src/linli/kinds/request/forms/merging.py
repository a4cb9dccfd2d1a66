"""Forms that let a request go with another one, and by itself again."""

from django.utils.translation import gettext_lazy as _

from linli.kinds.request.forms import fields
from linli.matters.steps import StepForm


class MergeForm(StepForm):
    into = fields.line(_("Number of the earlier request"), required=True, most=32, help_text="QS-2026-000001")
    why = fields.text(_("What they have in common"), required=True, rows=2)

    def clean_into(self) -> str:
        return str(self.cleaned_data["into"]).strip().upper()


class UnmergeForm(StepForm):
    why = fields.text(_("Why they do not belong together"), required=True, rows=2)
