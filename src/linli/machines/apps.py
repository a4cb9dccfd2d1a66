"""The room of machines as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.beating import on_tick


class MachinesConfig(AppConfig):
    name = "linli.machines"
    verbose_name = _("Other systems")

    def ready(self) -> None:
        """Let the tick forget the answers that were kept for machines that ask twice. Models come later."""
        on_tick(msg("{count} answers to machines forgotten"), import_module("linli.machines.answers").forget)
