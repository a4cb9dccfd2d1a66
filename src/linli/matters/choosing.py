"""Choices that state a fact: nothing is answered beforehand, so what stands in a record was said by somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

NOT_CHOSEN: dict[str, Any] = {"required": _("Nothing is chosen yet. Choose what holds.")}


class Chooser(forms.Select):
    """A list that opens with nothing chosen, unless there is only one thing to choose."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        groups: list[Any] = super().optgroups(name, value, attrs)
        options = [option for _group, those, _place in groups for option in those]
        if len(options) < 2:
            return groups
        chosen = any(option["selected"] for option in options)
        blank = self.create_option(name, "", gettext("Please choose"), not chosen, 0, attrs=attrs)
        return [(None, [blank], 0), *groups]

    def use_required_attribute(self, initial: Any) -> bool:
        """Its first option is always the empty one."""
        return not self.is_hidden


class ChosenField(forms.ChoiceField):
    """One of a list of codes."""

    widget = Chooser
    default_error_messages = NOT_CHOSEN


class ChosenNumberField(forms.TypedChoiceField):
    """One of what the matter numbers; the form offers them."""

    widget = Chooser
    default_error_messages = NOT_CHOSEN

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, coerce=lambda told: int(told or 0))
