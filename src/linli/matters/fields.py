"""Form fields for commands: people, units and cells by search as you type; and those from beside it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from linli.matters.choosing import ChosenField, ChosenNumberField
from linli.matters.phones import PhoneField
from linli.matters.rows import Column, MoneyField, RowsField
from linli.place.models import Cell, Unit
from linli.staff.acts import roles_for
from linli.staff.models import Post, User, in_force

__all__ = [
    "CellField",
    "ChosenField",
    "ChosenNumberField",
    "Column",
    "MoneyField",
    "PhoneField",
    "RowsField",
    "UnitField",
    "UserField",
]

IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]\s*$")


class LookUp(forms.TextInput):
    """A text box that suggests while one types; without scripts the sign-in name or code can be typed."""

    def __init__(self, look_up: str, *, show: Any, act: str = "") -> None:
        super().__init__(attrs={"data-look-up": look_up, "autocomplete": "off", **({"data-act": act} if act else {})})
        self.show = show

    def format_value(self, value: Any) -> str | None:
        return str(self.show(value)) if value not in (None, "") else None

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', f'id_{name}')}-suggestions"
        return context

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = super().render(name, value, attrs, renderer)
        return format_html('{}<datalist id="{}-suggestions"></datalist>', shown, (attrs or {}).get("id", f"id_{name}"))


class UserField(forms.CharField):
    """A user who holds a post that may do the act; cleans to a staff User."""

    def __init__(self, *, act: str, **more: Any) -> None:
        self.act = act
        super().__init__(**more, widget=LookUp("users", show=_shown_user, act=act))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        posts = Post.objects.filter(in_force(timezone.localdate()), role__in=roles_for(self.act))
        users = User.objects.filter(is_active=True, posts__in=posts).distinct()
        return _the_one(
            users.filter(username=_code_in(text)),
            users.filter(name=text),
            refusal=_("Nobody with that name may do this. Type part of the name and choose one of the suggestions."),
        )


class UnitField(forms.CharField):
    """A unit that is open; cleans to a place Unit."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, widget=LookUp("units", show=_shown_unit))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        units = Unit.objects.filter(closed_on=None)
        return _the_one(
            units.filter(code=_code_in(text)),
            units.filter(name=text),
            refusal=_("There is no such unit. Type part of its name and choose one of the suggestions."),
        )


class CellField(forms.CharField):
    """A grid cell; cleans to a place Cell or None."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, widget=LookUp("cells", show=_shown_cell))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        cells = Cell.objects.select_related("unit")
        return _the_one(
            cells.filter(code=_code_in(text)),
            cells.filter(unit__name=text),
            refusal=_("There is no such grid cell. Type part of its name and choose one of the suggestions."),
        )


def _the_one(*choices: Any, refusal: Any) -> Any:
    """The only row of the first question that has exactly one answer."""
    for choice in choices:
        found = list(choice[:2])
        if len(found) == 1:
            return found[0]
    raise ValidationError(refusal)


def _code_in(text: str) -> str:
    found = IN_BRACKETS.search(text)
    return found[1].strip() if found else text.strip()


def _shown_user(value: Any) -> str:
    user = User.objects.filter(pk=value).first() if isinstance(value, int) else value
    return f"{user.name} ({user.username})" if isinstance(user, User) else str(value)


def _shown_unit(value: Any) -> str:
    unit = Unit.objects.filter(pk=value).first() if isinstance(value, int) else value
    return f"{unit.label} ({unit.code})" if isinstance(unit, Unit) else str(value)


def _shown_cell(value: Any) -> str:
    cell = Cell.objects.select_related("unit").filter(pk=value).first() if isinstance(value, int) else value
    return f"{cell.unit.label} ({cell.code})" if isinstance(cell, Cell) else str(value)
