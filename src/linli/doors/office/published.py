"""The office's page for the kinds that everybody may follow by Open311."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.machines.models import Published
from linli.machines.published import publishable


class PublishedForm(AnyModelForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("kind of matter"),
        choices=lambda: [(kind.name, _(kind.word)) for kind in publishable()],
        help_text=gettext_lazy(
            "Everybody can then read how far each matter is, of which category and in which grid; no name, no words. "
            "What is confidential, complains of somebody or reports wrongdoing is never shown."
        ),
    )


@admin.register(Published, site=site)
class PublishedAdmin(DatedAdmin):
    form: Any = PublishedForm
    list_display = ("kind", "valid_from", "valid_until")
