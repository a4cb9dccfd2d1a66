"""The office's pages for the dispatch catalogue, the duty list of streets and towns, and the phrases."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.ground.text import msg
from linli.matters.kind import kind_named, kinds
from linli.policy.models import Catalogue, Phrase, TownDuty

NO_STEP = msg("“{kind}” has no such step. Choose one of that kind of matter.")


class PhraseForm(AnyModelForm):
    """A phrase, with the kinds and steps there are to choose among: another would never be offered."""

    kind = forms.ChoiceField(
        label=Phrase._meta.get_field("kind").verbose_name, choices=lambda: [(one.name, _(one.word)) for one in kinds()]
    )
    verb = forms.ChoiceField(
        label=Phrase._meta.get_field("verb").verbose_name,
        choices=lambda: sorted(
            {(step.name, _(step.word)) for one in kinds() for step in one.commands}, key=lambda step: step[1]
        ),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        name, verb = told.get("kind"), told.get("verb")
        if name and verb and kind_named(name).command(verb) is None:
            self.add_error("verb", _(NO_STEP).format(kind=_(kind_named(name).word)))
        return told


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

    form = PhraseForm
    corrigible = ("title", "title_en", "text")
    list_display = ("label", "kind", "verb", "valid_from", "valid_until")
    list_filter = ("kind", "verb")
    search_fields = ("title", "title_en", "text")
