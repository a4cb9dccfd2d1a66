"""The room of backups, as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KeepingConfig(AppConfig):
    name = "linli.keeping"
    verbose_name = _("Backups")
