"""The staff room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "linli.staff"
    verbose_name = _("Users and posts")
