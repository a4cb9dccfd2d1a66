"""The office's page for the rules of the open data."""

from django.contrib import admin

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.opendata.models import OpenRule


@admin.register(OpenRule, site=site)
class OpenRuleAdmin(DatedAdmin):
    list_display = ("under", "licence", "day", "valid_from", "valid_until")
