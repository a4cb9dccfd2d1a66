"""The small forms of a pebble's commands: they check the shape, the rules stay in the commands."""

from django import forms
from django.utils.translation import gettext as translated
from django.utils.translation import gettext_lazy as _

from linli.matters.command import CommandForm
from linli.matters.fields import ChosenField, UnitField
from linli.matters.kind import kinds
from tests.pebble.choices import SIZES


class FindForm(CommandForm):
    title = forms.CharField(label=_("What was found"), max_length=60)
    size = ChosenField(label=_("Size"), choices=[(code, _(word)) for code, word in SIZES.items()])
    finder = forms.CharField(label=_("Who found it"), max_length=40, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)


class PassOnForm(CommandForm):
    unit = UnitField(label=_("To which unit"))


class HandOverForm(CommandForm):
    kind = ChosenField(label=_("As what it goes on"))
    title = forms.CharField(label=_("Title"), max_length=60)

    def prepare(self) -> None:
        """Every kind that takes over from another."""
        taking = [(kind.name, translated(kind.word)) for kind in kinds() if kind.taking_over]
        self.fields["kind"].choices = taking  # type: ignore[attr-defined]
