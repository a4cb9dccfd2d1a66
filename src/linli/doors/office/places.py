"""The office's pages for units and grid cells."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from linli.doors.office.kept import KeptAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.matters.commands import past_a_deadlock
from linli.place.load_grid import draw
from linli.place.models import Cell, Unit, UnitKind
from linli.place.outlines import BadOutline, shape_of
from linli.place.tree import graft, refuse


class UnitForm(AnyModelForm):
    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        self.instance.kind = told.get("kind", self.instance.kind)
        if self.instance.kind in UnitKind.values and "parent" not in self.errors:
            refuse(self.instance, under=told.get("parent"))
        return told


@admin.register(Unit, site=site)
class UnitAdmin(KeptAdmin):
    form = UnitForm
    fields = ("code", "name", "name_en", "kind", "parent", "closed_on")
    list_display = ("code", "label", "kind", "parent", "closed_on")
    list_filter = ("kind", "level")
    list_select_related = ("parent",)
    search_fields = ("code", "name", "name_en")
    autocomplete_fields = ("parent",)

    @admin.display(description=_("name"), ordering="name")
    def label(self, unit: Unit) -> str:
        return unit.label

    def get_readonly_fields(self, request: HttpRequest, obj: Unit | None = None) -> tuple[str, ...]:
        return ("code", "kind") if obj else ()

    @past_a_deadlock
    def changeform_view(self, request: HttpRequest, *told: Any, **more: Any) -> HttpResponse:
        """A step holds its matter and waits for the unit, a move holds the unit and waits for its matters."""
        return super().changeform_view(request, *told, **more)

    def save_model(self, request: HttpRequest, obj: Unit, form: Any, change: bool) -> None:
        graft(obj, under=obj.parent)


class CellForm(AnyModelForm):
    def clean_polygon(self) -> str:
        polygon = str(self.cleaned_data["polygon"])
        try:
            shape_of(polygon)
        except BadOutline as error:
            raise ValidationError(_("This is not the GeoJSON outline of a piece of ground.")) from error
        return polygon

    def clean_unit(self) -> Unit:
        unit: Unit = self.cleaned_data["unit"]
        if unit.kind != UnitKind.GRID:
            raise ValidationError(_("Only a grid has a cell."))
        return unit


@admin.register(Cell, site=site)
class CellAdmin(KeptAdmin):
    form = CellForm
    fields = ("code", "unit", "polygon", "datum")
    list_display = ("code", "unit", "datum")
    list_select_related = ("unit",)
    search_fields = ("code", "unit__name", "unit__name_en")
    autocomplete_fields = ("unit",)

    def save_model(self, request: HttpRequest, obj: Cell, form: Any, change: bool) -> None:
        draw(obj, polygon=obj.polygon, datum=obj.datum)
        obj.save()
