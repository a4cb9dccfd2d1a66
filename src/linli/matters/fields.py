"""Form fields for commands: people, units and cells by search as you type; and those from beside it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from linli.ground.text import msg
from linli.matters.choosing import ChosenField, ChosenNumberField
from linli.matters.phones import PhoneField
from linli.matters.rows import Column, MoneyField, RowsField
from linli.matters.spots import LONGEST, Spot, cell_spots, code_in, meant, unit_spots
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

NAMED = 3
"""How many of several are named where what was typed may mean each of them."""
NOBODY = msg("Nobody with that name may do this. Type part of the name and choose one of the suggestions.")
NO_UNIT = msg("There is no such unit. Type part of its name and choose one of the suggestions.")
NO_CELL = msg("There is no such grid cell. Type part of its name and choose one of the suggestions.")
COLLEAGUES = msg("“{typed}” may mean several people: {some}. Write it as it stands here, or choose a suggestion.")
UNITS = msg("“{typed}” may mean several units: {some}. Write it as it stands here, or choose a suggestion.")
CELLS = msg("“{typed}” may mean several grid cells: {some}. Write it as it stands here, or choose a suggestion.")


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
        found = list(users.filter(username=code_in(text))) or list(users.filter(name=text))
        if len(found) == 1:
            return found[0]
        raise _in_doubt(text, [_shown_user(one) for one in found], none=NOBODY, several=COLLEAGUES)


class UnitField(forms.CharField):
    """A unit that is open; cleans to a place Unit."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, widget=LookUp("units", show=_shown_unit))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        units = Unit.objects.filter(closed_on=None)
        coded = units.filter(code=code_in(text)).first()
        return coded or units.get(code=_the_one(text, _open(unit_spots()), none=NO_UNIT, several=UNITS).code)


class CellField(forms.CharField):
    """A grid cell; cleans to a place Cell or None."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more, widget=LookUp("cells", show=_shown_cell))

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        cells = Cell.objects.select_related("unit")
        coded = cells.filter(code=code_in(text)).first()
        return coded or cells.get(code=_the_one(text, cell_spots(), none=NO_CELL, several=CELLS).code)


def _open(spots: Iterable[Spot]) -> list[Spot]:
    return [spot for spot in spots if spot.closed_on is None]


def _the_one(text: str, spots: Iterable[Spot], *, none: str, several: str) -> Spot:
    """The only one that is meant, wherever it lies: a form records at once, and nobody sees what was taken for it.

    Raises ValidationError.
    """
    found = meant(text, spots)
    if len(found) == 1:
        return found[0]
    raise _in_doubt(text, [f"{spot.under} {spot.label}".strip() for spot in found], none=none, several=several)


def _in_doubt(text: str, found: list[str], *, none: str, several: str) -> ValidationError:
    some = gettext(", ").join([*found[:NAMED], *(["…"] if len(found) > NAMED else [])])
    return ValidationError(gettext(several).format(typed=text[:LONGEST], some=some) if found else gettext(none))


def _shown_user(value: Any) -> str:
    user = User.objects.filter(pk=value).first() if isinstance(value, int) else value
    return f"{user.name} ({user.username})" if isinstance(user, User) else str(value)


def _shown_unit(value: Any) -> str:
    unit = Unit.objects.filter(pk=value).first() if isinstance(value, int) else value
    return f"{unit.label} ({unit.code})" if isinstance(unit, Unit) else str(value)


def _shown_cell(value: Any) -> str:
    cell = Cell.objects.select_related("unit").filter(pk=value).first() if isinstance(value, int) else value
    return f"{cell.unit.label} ({cell.code})" if isinstance(cell, Cell) else str(value)
