"""The forms of a list that leaves the house: how it is wanted and what for, and what somebody else says to it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.doors.desk.models import Export
from linli.ground.text import msg, tells_number, tidy

MOST = 200
NO_REASON = msg("Say why, so that the one who asked knows what to do.")
SHORT = {"rows": 3, "maxlength": MOST, "cols": 40}


class Plainly(forms.CharField):
    """A sentence that is kept for good: it names nobody's number."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, max_length=MOST, widget=forms.Textarea(attrs=dict(SHORT)))

    def clean(self, value: Any) -> Any:
        text = tidy(super().clean(value) or "")
        if tells_number(text):
            raise ValidationError(gettext("A telephone or identity number stands in it. Take it out: this is kept."))
        return text


class ExportForm(forms.Form):
    """What the list is wanted as, and what for where somebody else has to agree."""

    form = forms.ChoiceField(label=_("As"), widget=forms.RadioSelect, initial=Export.Form.WORKBOOK)
    purpose = Plainly(label=_("What it is needed for"), help_text=_("Read by the one who decides, and kept."))

    def __init__(self, *args: Any, alone: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["form"].choices = [(code, gettext(word)) for code, word in Export.Form.choices]  # type: ignore[attr-defined]
        if alone:
            del self.fields["purpose"]


class DecideForm(forms.Form):
    """Why, which only a refusal has to say."""

    reason = Plainly(label=_("Reason"), help_text=_("Needed where you refuse; the one who asked reads it."))

    def __init__(self, *args: Any, granted: bool = True, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["reason"].required = not granted
        self.fields["reason"].error_messages["required"] = gettext(NO_REASON)
