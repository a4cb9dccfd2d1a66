"""The office's pages for suggestions: what they were learned from and how they did, and what may be filled in."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelAdmin
from linli.likeness.models import FillRule, Learned


@admin.register(FillRule, site=site)
class FillRuleAdmin(DatedAdmin):
    list_display = ("percent", "valid_from", "valid_until")


@admin.register(Learned, site=site)
class LearnedAdmin(AnyModelAdmin):
    """Written by the tick alone."""

    list_display = ("kind", "at", "matters", "categories", "held_back", "macro_f1", "top1", "top2", "top3", "seconds")
    exclude = ("numbers",)
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
