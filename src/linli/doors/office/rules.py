"""The office's pages for the centre, its calendar, terms, categories and number series."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from linli.doors.office.kept import DatedAdmin, KeptAdmin, begun
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.policy.models import USUAL_PROFILE, CalendarYear, Category, Centre, Holiday, Series, Term
from linli.policy.offered import profiles_offered


class CentreForm(AnyModelForm):
    """The centre, with the profiles that terms are written for to choose among."""

    profile = forms.ChoiceField(
        label=Centre._meta.get_field("profile").verbose_name,
        help_text=Centre._meta.get_field("profile").help_text,
        choices=lambda: [(name, name) for name in profiles_offered() or (USUAL_PROFILE,)],
        initial=USUAL_PROFILE,
        error_messages={"invalid_choice": _("There are no terms of a profile “%(value)s”. Choose one of the list.")},
    )


@admin.register(Centre, site=site)
class CentreAdmin(KeptAdmin):
    form = CentreForm
    autocomplete_fields = ("takes_in",)
    list_display = ("name", "name_en", "zone", "profile")

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
