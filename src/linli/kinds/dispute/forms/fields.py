"""The kinds of fields that the forms of a dispute are made of."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.matters.fields import ChosenField, ChosenNumberField


def options(words: Mapping[str, str]) -> list[tuple[Any, Any]]:
    return [(code, _(word)) for code, word in words.items()]


def choice(label: Any, words: Mapping[str, str], **more: Any) -> forms.ChoiceField:
    return ChosenField(label=label, choices=options(words), **more)


def perhaps(label: Any, words: Mapping[str, str]) -> forms.ChoiceField:
    """A choice that may stay open."""
    return forms.ChoiceField(label=label, choices=[("", "—"), *options(words)], required=False)


def several(label: Any, words: Mapping[str, str], *, required: bool = False, **more: Any) -> forms.MultipleChoiceField:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, choices=options(words), required=required, widget=widget, **more)


def numbers(label: Any, *, required: bool = False, **more: Any) -> forms.TypedMultipleChoiceField:
    """Several of what the matter numbers; the form offers them."""
    widget = forms.CheckboxSelectMultiple
    return forms.TypedMultipleChoiceField(label=label, coerce=int, required=required, widget=widget, **more)


def number(label: Any, *, required: bool = True) -> forms.TypedChoiceField:
    """One of what the matter numbers; the form offers them."""
    return ChosenNumberField(label=label, required=required)


def yes_no(label: Any, **more: Any) -> forms.TypedChoiceField:
    """A question that must be answered, yes or no."""
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Answer yes or no.")},
        **more,
    )


def text(label: Any, *, required: bool = False, rows: int = 3, most: int = 20_000, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, max_length=most, **more)


def line(label: Any, *, required: bool = False, most: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=most, **more)


def day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=required, **more)
