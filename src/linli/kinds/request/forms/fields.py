"""The kinds of fields that the forms of a request are made of."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from linli.matters.fields import ChosenField
from linli.matters.pointing import PointField
from linli.policy.office import categories_to_choose


def options(words: Mapping[str, str]) -> list[tuple[Any, Any]]:
    return [(code, _(word)) for code, word in words.items()]


def choice(label: Any, words: Mapping[str, str], **more: Any) -> forms.ChoiceField:
    return ChosenField(label=label, choices=options(words), **more)


def perhaps(label: Any, words: Mapping[str, str], **more: Any) -> forms.ChoiceField:
    """A choice that may stay open."""
    return forms.ChoiceField(label=label, choices=[("", "—"), *options(words)], required=False, **more)


def box(label: Any, **more: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, **more)


def text(label: Any, *, required: bool = False, rows: int = 3, most: int = 20_000, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, widget=widget, max_length=most, **more)


def line(label: Any, *, required: bool = False, most: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=most, **more)


def day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=required, **more)


def point() -> PointField:
    """A point that is typed, where the counter has a map to tap."""
    said = _("Longitude and latitude, such as 115.012, 28.003.")
    return PointField(label=_("Point on the map"), help_text=said, widget=forms.TextInput())


def categories() -> forms.ChoiceField:
    """The office's categories of a request, grouped by the one above them."""
    return ChosenField(label=_("Category"), choices=partial(categories_to_choose, "request"))
