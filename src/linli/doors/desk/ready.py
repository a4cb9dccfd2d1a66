"""Ready phrases at the form of a step: which there are, the field they fill, and one filled in where nothing stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from linli.policy.models import Phrase


def phrases_for(kind: str, verb: str, *, on: date) -> tuple[Phrase, ...]:
    return tuple(row for row in Phrase.objects.filter(kind=kind, verb=verb) if row.in_force(on=on))


def long_text(form: forms.Form) -> str:
    """The field that a phrase fills: the first of several lines; empty where there is none."""
    return next((name for name, field in form.fields.items() if isinstance(field.widget, forms.Textarea)), "")


def filled_in(phrases: Sequence[Phrase], asked: str, *, form: forms.Form) -> dict[str, Any]:
    """What the form begins with where a phrase was asked for; a number that none of them has fills in nothing."""
    return {long_text(form): phrase.text for phrase in phrases if str(phrase.pk) == asked}
