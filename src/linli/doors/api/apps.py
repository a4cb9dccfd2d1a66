"""The JSON interface as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.machines.shaping import shaped


class ApiConfig(AppConfig):
    name = "linli.doors.api"
    label = "api"
    verbose_name = _("JSON interface")

    def ready(self) -> None:
        """Whatever says no below this address says it in one shape. Translations come later."""
        problems = import_module("linli.doors.api.problems")
        shaped(problems.PREFIX, problems.shape)
