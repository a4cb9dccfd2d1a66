"""The reports room as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "linli.reports"
    verbose_name = _("Meetings and reports")

    def ready(self) -> None:
        """Tell the matters which meetings there are, and let verify and the tick look at them. Models come later."""
        kept = import_module("linli.reports.keeping")
        for room in (kept, import_module("linli.reports.kept_fillings")):
            import_module("linli.matters.verify").look_at_too(room.altered)
        import_module("linli.matters.sweeping").heed(kept.wiped_since)
        import_module("linli.matters.instructing").know_meetings(import_module("linli.reports.covering").covers)
