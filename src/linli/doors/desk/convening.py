"""The forms of a meeting: which one to look at or convene, and who was there with what remarks."""

import hashlib
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.fields import Column, RowsField, UnitField, UserField
from linli.matters.kind import kinds
from linli.place.models import Unit
from linli.reports.meeting import REMARKS
from linli.reports.models import Meeting, Sort
from linli.staff.models import User

PRESENT_MOST = 60
SUGGESTED = {"data-look-up": "users", "data-act": "see", "list": "present-suggestions", "autocomplete": "off"}


class SittingForm(forms.Form):
    """Which meeting: of what sort, of which unit, about which kinds of matter."""

    sort = forms.ChoiceField(label=_("Meeting"), choices=Sort.choices, widget=forms.RadioSelect, initial=Sort.MORNING)
    unit = UnitField(label=_("Unit and all below it"))
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of matter"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("None ticked: all of them."),
    )

    def __init__(self, *args: Any, who: Viewer, **more: Any) -> None:
        super().__init__(*args, **more)
        self.who = who
        self.fields["unit"].widget.attrs["data-look-up"] = "own-units"
        self.fields["kinds"].choices = [(kind.name, gettext(kind.plural)) for kind in kinds()]  # type: ignore[attr-defined]

    def clean_unit(self) -> Unit:
        unit: Unit = self.cleaned_data["unit"]
        if access.posting_at(self.who, "see", unit) is None:
            raise ValidationError(gettext("You see no matters of that unit. Choose your own unit or one below it."))
        return unit

    def clean_kinds(self) -> tuple[str, ...]:
        """Empty when every kind is ticked, as when none is: a kind that comes later is looked at too."""
        chosen = tuple(self.cleaned_data["kinds"])
        return () if len(chosen) == len(kinds()) else chosen


class HeldForm(forms.Form):
    """Who was there, and what was remarked; `seen` says what stood there when the form was made."""

    present = RowsField(
        label=_("Present"),
        columns=[Column("user", _("Member of staff"), attrs=SUGGESTED)],
        most=PRESENT_MOST,
        required=False,
    )
    remarks = forms.CharField(
        label=_("Remarks"),
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": REMARKS}),
        max_length=REMARKS,
        required=False,
        help_text=_("What was decided beside the instructions. Write no names of parties."),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)

    def clean_present(self) -> list[User]:
        """The users behind what was typed, each once."""
        known, errors, found = UserField(act="see"), [], {}
        for row in self.cleaned_data["present"]:
            try:
                user = known.clean(row["user"])
                found[user.pk] = user
            except ValidationError as refused:
                errors += [f"{row['user']}{gettext(': ')}{sentence}" for sentence in refused.messages]
        if errors:
            raise ValidationError(errors)
        return list(found.values())


def held_form(meeting: Meeting) -> HeldForm:
    """The form with what is written down already."""
    present = [{"user": f"{user.name} ({user.username})"} for user in meeting.present.order_by("name")]
    return HeldForm(initial={"present": present, "remarks": meeting.remarks, "seen": written(meeting)})


def written(meeting: Meeting) -> str:
    """A short digest of what is written down about a meeting."""
    present = sorted(meeting.present.values_list("pk", flat=True))
    return hashlib.sha256(f"{present}{meeting.remarks}".encode()).hexdigest()[:16]
