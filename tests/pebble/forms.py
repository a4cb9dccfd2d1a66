"""The small forms of a pebble's commands: they check the shape, the rules stay in the commands."""

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from linli.matters.command import CommandForm
from linli.matters.fields import CellField, ChosenField, UnitField
from linli.matters.kind import kinds
from linli.matters.pointing import PointField
from tests.pebble.choices import SIZES


class FindForm(CommandForm):
    title = forms.CharField(label=_("What was found"), max_length=60)
    size = ChosenField(label=_("Size"), choices=[(code, _(word)) for code, word in SIZES.items()])
    finder = forms.CharField(label=_("Who found it"), max_length=40, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)


class HandInForm(CommandForm):
    photos = 3

    title = forms.CharField(label=_("What was found"), max_length=60)
    size = ChosenField(label=_("Size"), choices=[(code, _(word)) for code, word in SIZES.items()])
    place = forms.CharField(label=_("Where it lies"), max_length=200, required=False)
    cell = CellField(label=_("Grid cell"), required=False)
    point = PointField(label=_("On the map"))
    finder = forms.CharField(label=_("Who found it"), max_length=40)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)
    confidential = forms.BooleanField(label=_("Keep my name from the unit that handles it"), required=False)
    reported_unit = UnitField(label=_("The unit this is about"), required=False)


class PraiseForm(CommandForm):
    text = forms.CharField(label=_("Your words"), max_length=400)


class PassOnForm(CommandForm):
    unit = UnitField(label=_("To which unit"))


class HandOverForm(CommandForm):
    kind = ChosenField(label=_("As what it goes on"))
    title = forms.CharField(label=_("Title"), max_length=60)

    def prepare(self) -> None:
        """Every kind that takes over from another."""
        taking = [(kind.name, translated(kind.word)) for kind in kinds() if kind.taking_over]
        self.fields["kind"].choices = taking  # type: ignore[attr-defined]
