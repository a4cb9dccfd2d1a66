"""The office's pages for the dispatch catalogue, the duty list of streets and towns, and the phrases."""

from django.contrib import admin

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.policy.models import Catalogue, Phrase, TownDuty


@admin.register(Catalogue, site=site)
class CatalogueAdmin(DatedAdmin):
    list_display = ("category", "role", "to", "unit", "basis", "valid_from", "valid_until")
    list_filter = ("category__kind", "role", "to")
    list_select_related = ("category", "unit")
    search_fields = ("category__code", "category__name", "category__name_en", "unit__name", "basis")
    autocomplete_fields = ("category", "unit")


@admin.register(TownDuty, site=site)
class TownDutyAdmin(DatedAdmin):
    list_display = ("category", "basis", "valid_from", "valid_until")
    list_filter = ("category__kind",)
    list_select_related = ("category",)
    search_fields = ("category__code", "category__name", "category__name_en", "basis")
    autocomplete_fields = ("category",)


@admin.register(Phrase, site=site)
class PhraseAdmin(DatedAdmin):
    """Texts may be reworded at any time: what was written from one stands in the timeline as it was written."""

    corrigible = ("title", "title_en", "text")
    list_display = ("label", "kind", "verb", "valid_from", "valid_until")
    list_filter = ("kind", "verb")
    search_fields = ("title", "title_en", "text")
