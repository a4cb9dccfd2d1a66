"""The place room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlaceConfig(AppConfig):
    name = "linli.place"
    verbose_name = _("Units and grid")
