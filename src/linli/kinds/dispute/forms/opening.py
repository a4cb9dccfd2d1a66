"""The form that registers a dispute."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.types import types
from linli.matters.fields import CellField, Column, RowsField
from linli.matters.steps import StepForm

PARTY_COLUMNS = (
    Column("side", _("Side"), kind="choice", choices=fields.options(choices.SIDES), required=True),
    Column("party_sort", _("Person or organisation"), kind="choice", choices=fields.options(choices.SORTS)),
    Column("party_role", _("Role"), kind="choice", choices=fields.options(choices.ROLES)),
    Column("name", _("Name"), required=True, most=60),
    Column("phone", _("Telephone"), kind="phone", most=40, attrs={"inputmode": "tel"}),
    Column("address", _("Address"), most=200),
)
TWO_SIDES = [{"side": "a"}, {"side": "b"}]


class OpenForm(StepForm):
    """Register a dispute; made to be filled in from the keyboard in under a minute."""

    folded: ClassVar[tuple[str, ...]] = ("requests", "happened_on", "court_stage", "court", "commission", "received_on")

    title = fields.line(_("Title"), required=True, most=60, help_text=_("In a few words, without names."))
    story = fields.text(_("What happened"), required=True, rows=4)
    category = types()
    dispute_class = fields.choice(_("Class"), choices.CLASSES)
    channel = fields.choice(_("How it came"), choices.CHANNELS, initial="window")
    origin = fields.choice(_("Origin"), choices.ORIGINS)
    parties = RowsField(label=_("Parties"), columns=PARTY_COLUMNS, least=1, most=12, initial=TWO_SIDES)
    danger_asked = fields.choice(
        _("Signs of danger asked about?"),
        choices.DANGER_ASKED,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Not asked yet: no danger check is recorded, and it stays the next step."),
    )
    dangers = fields.several(
        _("Signs of danger"), choices.DANGERS, help_text=_("Ticking one turns the matter red at once.")
    )
    steps = fields.text(_("What was done at once"), rows=2)
    place = fields.line(_("Where it happened"))
    cell = CellField(label=_("Grid cell"), required=False)
    happened_on = fields.day(_("Happened on"), required=False)
    households = forms.IntegerField(label=_("Households affected"), min_value=1, max_value=100_000, initial=2)
    requests = fields.text(_("What is asked for"), rows=2)
    court_stage = fields.perhaps(_("Court commission"), choices.COURT_STAGES)
    court = fields.line(_("Commissioning court"))
    commission = fields.line(_("Number of the commission"))
    received_on = fields.day(_("Papers signed for on"), required=False)

    def clean(self) -> None:
        """A check is made only of what was asked: no sign ticked is no answer by itself."""
        told = super().clean() or self.cleaned_data
        asked, seen = told.get("danger_asked"), told.get("dangers")
        if not (asked or seen):
            self.add_error(
                "danger_asked", gettext("Say whether the signs of danger were asked about, or tick those there are.")
            )
        elif asked == "none" and seen:
            self.add_error(
                "danger_asked", gettext("Signs are ticked below, though the answer is none. Put one of the two right.")
            )
        elif asked == "some" and not seen:
            self.add_error("danger_asked", gettext("Tick the signs below, or answer that there are none."))
        if asked != "none" and not seen:
            told["dangers"] = None
