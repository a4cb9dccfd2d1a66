"""The screen as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScreenConfig(AppConfig):
    name = "linli.doors.screen"
    label = "screen"
    verbose_name = _("Screen")
    default_auto_field = "django.db.models.BigAutoField"
