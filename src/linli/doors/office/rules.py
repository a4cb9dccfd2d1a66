"""The office's pages for the centre, its calendar, terms, categories and number series."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from linli.doors.office.kept import DatedAdmin, KeptAdmin, begun
from linli.doors.office.site import site
from linli.policy.models import CalendarYear, Category, Centre, Holiday, Series, Term


@admin.register(Centre, site=site)
class CentreAdmin(KeptAdmin):
    list_display = ("name", "name_en", "zone")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Centre.objects.exists()

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return True


@admin.register(CalendarYear, site=site)
class CalendarYearAdmin(KeptAdmin):
    list_display = ("year", "published_on", "source")

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return row.published_on is not None


@admin.register(Holiday, site=site)
class HolidayAdmin(KeptAdmin):
    list_display = ("on", "name", "working")
    list_filter = ("working",)
    search_fields = ("name",)
    date_hierarchy = "on"

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return begun(row.on)


@admin.register(Category, site=site)
class CategoryAdmin(DatedAdmin):
    corrigible = ("name", "name_en")
    list_display = ("code", "label", "kind", "parent", "valid_from", "valid_until")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("code", "name", "name_en")
    autocomplete_fields = ("parent",)


@admin.register(Term, site=site)
class TermAdmin(DatedAdmin):
    list_display = ("code", "kind", "category", "span", "starts", "rolls", "profile", "valid_from", "valid_until")
    list_filter = ("kind", "profile", "starts", "rolls")
    list_select_related = ("category",)
    search_fields = ("code", "profile", "basis")
    autocomplete_fields = ("category",)


@admin.register(Series, site=site)
class SeriesAdmin(KeptAdmin):
    list_display = ("code", "year", "pattern", "last")
    list_filter = ("code",)

    def get_readonly_fields(self, request: HttpRequest, obj: Series | None = None) -> tuple[str, ...]:
        return ("last", "code", "year", "pattern") if obj and obj.last else ("last",)

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return bool(row.last) or super().is_used(row, request=request)
