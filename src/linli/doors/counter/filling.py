"""A form of three steps that keeps nothing: everything typed travels along in the page, pictures as sealed drafts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from linli.doors.counter.chart import Window
from linli.doors.counter.models import Draft
from linli.matters.command import Command, CommandForm, Scene
from linli.matters.counter import Counter
from linli.matters.fields import CellField, UnitField
from linli.matters.following import at_the_counter
from linli.matters.kind import Kind
from linli.matters.pointing import PointField, point_of
from linli.matters.state import State
from linli.place.chart import chart
from linli.place.models import Cell, Unit, UnitKind
from linli.policy.book import book

STEPS = 3
NEAR = (UnitKind.STREET.value, UnitKind.TOWN.value, UnitKind.COMMUNITY.value, UnitKind.DEPARTMENT.value)
MOST_UNITS = 300


@dataclass
class Filling:
    """What somebody is handing in, as far as they have come."""

    kind: Kind
    counter: Counter
    form: CommandForm
    step: int
    told: QueryDict
    drafts: list[Draft] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of this step, in the order they are asked."""
        return tuple(name for name in self.counter.steps[self.step] if name in self.form.fields)

    @property
    def asked(self) -> list[Any]:
        return [self.form[name] for name in self.names if name not in self.pointed]

    @property
    def carried(self) -> Iterator[tuple[str, str]]:
        """What was told in the other steps, and the point, which only the map tells."""
        shown = set(self.names) - set(self.pointed)
        for name in self.form.fields:
            if name not in shown:
                yield from ((name, text) for text in self.told.getlist(name) if text)

    @property
    def pointed(self) -> tuple[str, ...]:
        return tuple(name for name, one in self.form.fields.items() if isinstance(one, PointField) or name == "point")

    @property
    def cell_field(self) -> str:
        return next((name for name, one in self.form.fields.items() if isinstance(one, CellField)), "")

    @property
    def place_field(self) -> str:
        """The field that tells in words where it is."""
        marks = {*self.pointed, self.cell_field}
        return next((name for name in self.counter.where if name in self.form.fields and name not in marks), "")

    @property
    def photos(self) -> int:
        """How many pictures may come with it, asked in the first step."""
        return self.form.photos

    @property
    def point(self) -> list[float] | None:
        return next((point_of(self.told.get(name, "")) for name in self.pointed), None)

    @property
    def window(self) -> Window | None:
        """What the map shows in the step that asks where; None where there is no grid or nothing to mark."""
        plan = chart() if self.cell_field in self.counter.where else None
        return Window.read(self.told.get("view", ""), chart=plan) if plan else None

    def mark(self, window: Window, cell: Cell, *, lon: float, lat: float) -> None:
        """Note where the map was tapped."""
        self.told["view"] = window.closer(lon, lat).written()
        self.told[self.cell_field] = f"{cell.unit.label} ({cell.code})"
        for name in self.pointed:
            self.told[name] = f"{lon:.6f},{lat:.6f}"

    def unmark(self) -> None:
        for name in (*self.pointed, self.cell_field):
            self.told[name] = ""

    def place_in_words(self) -> None:
        """What names no cell becomes words of the place: residents know streets, and the desk finds the cell."""
        cell, place = self.cell_field, self.place_field
        if cell in self.form.errors and place:
            self.told[place] = _(", ").join(filter(None, [self.told.get(place), self.told.get(cell)]))
            self.told[cell] = ""
            self.form.full_clean()

    def is_step_right(self) -> bool:
        """Whether this step can be left; what is wrong elsewhere is not said yet."""
        return not heed(self.form, self.names)

    def first_wrong_step(self) -> int | None:
        wrong = set(self.form.errors)
        return next((place for place in range(STEPS) if wrong & set(self.counter.steps[place])), 0 if wrong else None)


def heed(form: CommandForm, names: Sequence[str]) -> bool:
    """Say what is wrong with these fields, and only with these; whether anything is."""
    for name in set(form.errors) - set(names):
        del form.errors[name]
    return bool(form.errors)


def filling(kind: Kind, told: QueryDict, *, step: int, at: datetime, bound: bool) -> Filling:
    """The form of the kind's counter over what was told so far."""
    assert kind.counter is not None
    form = form_of(kind.counter.hand_in, state=State(kind=kind.name), at=at, told=told if bound else None)
    return Filling(kind, kind.counter, form, min(max(step, 0), STEPS - 1), told)


def form_of(command: Command, *, state: State, at: datetime, told: Any = None, number: str = "") -> CommandForm:
    """The form of something residents say, with lists they can choose from without scripts."""
    by = at_the_counter(at=at).posts[0]
    scene = Scene(state=state, told={}, by=by, at=at, book=book(at), number=number)
    form = command.form(told, scene=scene, auto_id=f"{command.name}_%s")
    form.use_required_attribute = False
    for one in form.fields.values():
        if isinstance(one, UnitField):
            one.widget = forms.Select(choices=[("", _("None in particular")), *_units()])
        elif isinstance(one, CellField):
            one.widget = forms.TextInput(attrs={"autocomplete": "off"})
            one.help_text = _("Leave it blank if you do not know it: the desk finds it by the place.")
        elif isinstance(one, forms.DateField):
            one.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        most = getattr(one, "max_length", None)
        if isinstance(one.widget, forms.Textarea) and most:
            one.widget.attrs.update(maxlength=str(most), cols="30")
    return form


def _units() -> list[tuple[str, str]]:
    """Streets, towns, communities and departments, in the order of the tree."""
    rows = Unit.objects.filter(closed_on=None, kind__in=NEAR).order_by("code")[:MOST_UNITS]
    return [(unit.code, unit.label) for unit in rows]
