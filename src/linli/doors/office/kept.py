"""Rows that others lean on: they are ended with a last day, and not deleted or rewritten."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.doors.office.typed import AnyModelAdmin
from linli.ground.text import msg

IN_USE = msg("“{row}” is in use and stays. If it no longer holds, end it with its last day.")


class KeptAdmin(AnyModelAdmin):
    """Deletes one row at a time, and only while nothing leans on it."""

    actions = None
    show_full_result_count = False

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None or not self.is_used(row, request=request):
            return super().delete_view(request, object_id, extra_context)
        self.message_user(request, _(IN_USE).format(row=row), messages.ERROR)
        place = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(place, args=[row.pk], current_app=self.admin_site.name))

    def is_used(self, row: Model, *, request: HttpRequest) -> bool:
        """Whether another row would be left without it."""
        *_others, protected = self.get_deleted_objects([row], request)
        return bool(protected)


DAYS = ("valid_from", "valid_until")


class DatedAdmin(KeptAdmin):
    """From its first day on a row only gets a last day, or what `corrigible` names."""

    corrigible: tuple[str, ...] = ()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """The days last: first comes what the row says."""
        names = list(super().get_fields(request, obj))
        return sorted(names, key=lambda name: name in DAYS)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None or not begun(obj.valid_from):
            return ()
        fields = (field.name for field in self.opts.fields if field.editable and field.name != "id")
        return tuple(name for name in fields if name not in ("valid_until", *self.corrigible))

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return begun(row.valid_from) or super().is_used(row, request=request)


def begun(day: date) -> bool:
    return day <= timezone.localdate()
