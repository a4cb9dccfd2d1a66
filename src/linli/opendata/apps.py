"""The room of open data as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.beating import on_tick


class OpendataConfig(AppConfig):
    name = "linli.opendata"
    verbose_name = _("Open data")

    def ready(self) -> None:
        """Let verify look at what was published, and the tick publish where the office wants. Models come later."""
        import_module("linli.matters.verify").look_at_too(import_module("linli.opendata.keeping").altered)
        on_tick(msg("{count} months of open data published"), import_module("linli.opendata.publishing").publish_due)
