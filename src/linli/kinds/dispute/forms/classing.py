"""Forms that put the class and the size of a dispute right."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.kinds.dispute import choices
from linli.kinds.dispute.forms import fields
from linli.kinds.dispute.forms.types import types
from linli.matters.steps import StepForm


class ClassifyForm(StepForm):
    dispute_class = fields.choice(_("Class"), choices.CLASSES)
    category = types()

    def narrow(self) -> None:
        self.fields["dispute_class"].initial = self.scene.state.data["dispute_class"]
        self.fields["category"].initial = self.scene.state.category


class CountHouseholdsForm(StepForm):
    households = forms.IntegerField(label=_("Households affected"), min_value=1, max_value=100_000)

    def narrow(self) -> None:
        self.fields["households"].initial = self.scene.state.data["households"]
