"""The office door as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    name = "linli.doors.office"
    verbose_name = _("Office")
