"""The field for the type of a dispute, from the office's list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.matters.fields import ChosenField
from linli.policy.models import Category


def types(*, required: bool = True) -> forms.ChoiceField:
    """The type of dispute, from the office's list."""
    return ChosenField(label=_("Type"), choices=_types, required=required)


def _types() -> list[tuple[str, str]]:
    rows = Category.objects.filter(kind="dispute", valid_until=None)
    return [(row.code, row.label) for row in rows]
